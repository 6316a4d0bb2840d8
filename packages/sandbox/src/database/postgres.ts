import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'
import type { Storage } from './storage.ts'
import { clearTables } from './tables.ts'

/** Connections of one process. PostgreSQL allows a hundred unless it is told otherwise: enough for a fleet of nine. */
const connections = 10

/** A PostgreSQL, which several processes may share. Its tables are made where there are none. */
export async function openPostgres(url: string): Promise<Storage> {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    application_name: 'windmill-user-sandbox',
  })
  // The server has ended a connection that nobody was using: the next query opens another one.
  pool.on('error', () => undefined)
  const database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  try {
    await migrate(database)
  } catch (error) {
    await database.destroy()
    throw error
  }
  return { database, clear: clearTables, close: () => database.destroy() }
}
