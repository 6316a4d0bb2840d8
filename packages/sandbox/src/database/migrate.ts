import { sql } from 'kysely'
import { DatabaseFailure } from './failure.ts'
import { migrations } from './migrations/index.ts'
import type { Database } from './schema.ts'

/** Where a database says which migrations it has. */
export interface MigrationTable {
  /** Default: where the connection makes tables. */
  readonly schema?: string
  readonly name: string
}

/** Where a connection makes tables unless it is told otherwise. */
const defaultSchema = 'public'

/** That of a directory, which holds nothing else. Its name is that of the first releases. */
const inDirectory: MigrationTable = { name: 'kysely_migration' }

/**
 * Brings a lasting database to the present tables. Safe to be called by several processes at once.
 *
 * @param steps - Those of an earlier release, for a test.
 * @throws DatabaseFailure where a newer program has changed the tables.
 */
export async function migrate(
  database: Database,
  table: MigrationTable = inDirectory,
  steps: typeof migrations = migrations,
): Promise<void> {
  if (missing(await executedMigrations(database, table), steps).length === 0) return
  await database.transaction().execute(async (transaction) => {
    await lockMigrations(transaction)
    await createMigrationTable(transaction, table)
    for (const [name, migration] of missing(await executedMigrations(transaction, table), steps)) {
      await migration.up(transaction, table.schema ?? defaultSchema)
      await noteMigrations(transaction, table, [name])
    }
  })
}

/** Lets one transaction at a time change the tables of a database. */
export async function lockMigrations(transaction: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('windmill-user-sandbox migrations', 0))`.execute(
    transaction,
  )
}

/** Makes the table, unless it is there. */
export async function createMigrationTable(database: Database, table: MigrationTable): Promise<void> {
  await sql`create table if not exists ${idOf(table)} (name text primary key, timestamp text not null)`.execute(
    database,
  )
}

/** Says that a database has these migrations. */
export async function noteMigrations(
  database: Database,
  table: MigrationTable,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    await sql`insert into ${idOf(table)} (name, timestamp) values (${name}, now()::text)`.execute(database)
  }
}

/** The migrations that a database has, by name, in order. None where it has no such table. */
export async function executedMigrations(database: Database, table: MigrationTable): Promise<string[]> {
  const path = [table.schema, table.name].filter((part) => part !== undefined).join('.')
  const found = sql<{ found: boolean }>`select to_regclass(${path}) is not null as found`
  if (!(await found.execute(database)).rows[0]?.found) return []
  const { rows } = await sql<{ name: string }>`select name from ${idOf(table)} order by name`.execute(
    database,
  )
  return rows.map(({ name }) => name)
}

function idOf({ schema, name }: MigrationTable) {
  return schema === undefined ? sql.id(name) : sql.id(schema, name)
}

function missing(executed: readonly string[], steps: typeof migrations) {
  refuseNewer(executed)
  return Object.entries(steps).filter(([name]) => !executed.includes(name))
}

function refuseNewer(executed: readonly string[]): void {
  const unknown = executed.find((name) => !(name in migrations))
  if (unknown === undefined) return
  throw new DatabaseFailure(
    `the database is newer than this program: its tables are those of ${unknown}, and this program knows them up to ` +
      `${Object.keys(migrations).at(-1)}. Use a newer windmill-user-sandbox, or another database.`,
  )
}

/** Makes all tables in a fresh, private schema, without the bookkeeping that only a lasting database needs. */
export async function createTables(database: Database, schemaName: string): Promise<void> {
  await database
    .withSchema(schemaName)
    .transaction()
    .execute(async (transaction) => {
      for (const migration of Object.values(migrations)) await migration.up(transaction, schemaName)
    })
}
