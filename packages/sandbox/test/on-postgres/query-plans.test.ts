import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { beforeAll, expect, inject, test } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { planByIndexes } from '../../src/database/planning.ts'
import type { Schema } from '../../src/database/schema.ts'
import { clearTables } from '../../src/database/tables.ts'
import { operations } from '../../src/generated/document/operations.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox.ts'
import { createDatabase } from '../postgres/databases.ts'
import { send, worldWithTokens } from '../use-sandbox.ts'
import { fill } from './query-plans/fill.ts'
import { story } from './query-plans/story.ts'

const statements = new Map<string, CompiledQuery>()
const succeeded = new Set<string>()
let pool: Pool

/** Lets every operation succeed over a full database, and keeps each statement that was issued. */
beforeAll(async () => {
  const { url, drop } = await createDatabase(inject('postgres') ?? '')
  pool = new Pool({ connectionString: url, onConnect: (client) => void client.query(planByIndexes) })
  const database = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => void statements.set(`${query.sql} ${JSON.stringify(query.parameters)}`, query),
  })
  await migrate(database)
  const storage = { database, clear: clearTables, close: () => database.destroy() }
  const sandbox = await startSandbox(async () => storage, {
    seed: worldWithTokens,
    log: ({ operation, status }) => operation && status < 400 && succeeded.add(operation),
  })
  await pool.query(fill)
  statements.clear()
  await logInWithOauth(sandbox)
  for (const [line, options = {}] of story) await send(sandbox.fetch, line, options)
  return async () => {
    await sandbox.close()
    await drop()
  }
}, 240_000)

async function logInWithOauth({ fetch }: Sandbox): Promise<void> {
  const start = await send(fetch, 'GET /oauth/login/sandbox', {})
  const consent = await fetch(new Request(`${start.headers.get('Location')}&login_hint=margaret@example.com`))
  const { searchParams } = new URL(consent.headers.get('Location') ?? '')
  const body = { code: searchParams.get('code'), state: searchParams.get('state') }
  const headers = { Cookie: `csrf=${body.state}` }
  await send(fetch, 'POST /oauth/login_callback/sandbox', { body, headers })
}

test('every operation has been seen to succeed', () => {
  expect([...succeeded].sort()).toEqual(Object.keys(operations).sort())
  expect(statements.size).toBeGreaterThan(40)
})

test('no statement reads a whole table, or passes over many rows of one', async () => {
  const reading: string[] = []
  for (const statement of statements.values()) {
    const plan = await explain(statement)
    const nodes = plan === undefined ? [] : nodesOf(plan)
    if (nodes.some((node) => node['Node Type'] === 'Seq Scan' || passedOver(node) > 100)) {
      reading.push(`${statement.sql}\n${JSON.stringify(plan, undefined, 2)}`)
    }
  }
  expect(reading).toEqual([])
})

/** A step of a plan, as PostgreSQL tells it. */
interface PlanNode {
  readonly 'Node Type': string
  readonly Plans?: readonly PlanNode[]
  readonly 'Rows Removed by Filter'?: number
  readonly 'Actual Loops'?: number
  readonly Alias?: string
}

/** Runs a statement for its plan, and takes back what it has done. */
async function explain({ sql, parameters }: CompiledQuery): Promise<PlanNode | undefined> {
  if (!/^(select|insert|update|delete)\b/.test(sql)) return undefined
  // What is inserted is there already.
  const analyze = !sql.startsWith('insert')
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query(`explain (analyze ${analyze}, format json) ${sql}`, [...parameters])
    return rows[0]['QUERY PLAN'][0].Plan
  } finally {
    await client.query('rollback')
    client.release()
  }
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

/** Segments are counted from the first on, one for each 256 rows of a list. */
function passedOver({
  Alias,
  'Rows Removed by Filter': rows = 0,
  'Actual Loops': loops = 0,
}: PlanNode): number {
  return Alias === 'counted' ? 0 : rows * loops
}
