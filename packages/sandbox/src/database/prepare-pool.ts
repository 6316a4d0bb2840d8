import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { blameDatabase, codeOf, stalePlan } from './failure.ts'
import { isRepeated } from './repeated.ts'

/** Lets PostgreSQL parse and plan a statement once on each connection, instead of each time. */
export function preparePool(pool: Pool): PostgresPool {
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    const name = names.get(text) ?? `sandbox_${names.size + 1}`
    names.set(text, name)
    return name
  }
  return {
    options: pool.options,
    connect: async () => prepareClient(await pool.connect().catch(blameDatabase), nameOf),
    end: () => pool.end(),
  }
}

function prepareClient(client: PoolClient, nameOf: (text: string) => string): PostgresPoolClient {
  let isStale = false
  function query<Row>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
  function query(text: string | PostgresCursor<unknown>, parameters: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('The sandbox reads whole results: it has no cursors.')
    const values = parameters.map(inUtc)
    if (!isRepeated(text, values)) return client.query(text, values).catch(blameDatabase)
    return client.query({ name: nameOf(text), text, values }).catch((error: unknown) => {
      isStale ||= codeOf(error) === stalePlan
      return blameDatabase(error)
    })
  }
  return { query, release: (destroy = false) => client.release(destroy || isStale) }
}

/** The driver would write a time in the zone of this process, whose offset it rounds to minutes: many had seconds before 1972. */
function inUtc(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value
}
