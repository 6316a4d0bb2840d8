import { Kysely, PostgresDialect } from 'kysely'
import { type ClientBase, Pool } from 'pg'
import { explainPostgres } from './failure.ts'
import { migrate } from './migrate.ts'
import { ownMigrationTable, ownSchema, prepareOwnSchema } from './own-schema.ts'
import { planByIndexes } from './planning.ts'
import { preparePool } from './prepare-pool.ts'
import type { Schema } from './schema.ts'
import type { Storage } from './storage.ts'
import { clearTables } from './tables.ts'

/** Connections of one process. PostgreSQL allows a hundred unless it is told otherwise: enough for a fleet of nine. */
const connections = 10

/** In milliseconds. Whoever waits longer is told to come back, instead of holding a connection that others need. */
const patience = {
  lock_timeout: 10_000,
  statement_timeout: 30_000,
  query_timeout: 35_000,
  idle_in_transaction_session_timeout: 30_000,
}

/** How PostgreSQL is to write times: its owner may prefer a zone and an order that are read as other times, or not at all. */
const formats = "set timezone to 'UTC'; set datestyle to 'ISO';"

async function configure(client: ClientBase): Promise<void> {
  await client.query(`${formats} ${planByIndexes}`)
}

/**
 * A PostgreSQL, which several processes may share. Its tables are made where there are none, in a schema of their own.
 *
 * @param isShared - Whether the database may hold tables of something else.
 * @throws DatabaseFailure where it cannot be used.
 */
export async function openPostgres(url: string, isShared = false): Promise<Storage> {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    application_name: 'windmill-user-sandbox',
    keepAlive: true,
    allowExitOnIdle: true,
    onConnect: configure,
    ...patience,
  })
  // The server has ended a connection that nobody is waiting for: the next query opens another one.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const root = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: preparePool(pool) }) })
  const database = root.withSchema(ownSchema)
  try {
    await prepareOwnSchema(root, isShared)
    await migrate(database, ownMigrationTable)
  } catch (error) {
    await root.destroy()
    throw explainPostgres(error, url)
  }
  return {
    database,
    clear: clearTables,
    close: () => root.destroy(),
  }
}
