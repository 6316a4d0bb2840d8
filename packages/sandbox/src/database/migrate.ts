import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { DatabaseFailure } from './failure.ts'
import { migrations } from './migrations/index.ts'
import type { Database } from './schema.ts'

/**
 * Brings a lasting database to the present tables. Safe to be called by several processes at once.
 *
 * @throws DatabaseFailure where a newer program has changed the tables.
 */
export async function migrate(database: Database): Promise<void> {
  const executed = await executedMigrations(database)
  refuseNewer(executed)
  // The migrator looks through the whole catalogue first, which takes PGlite a tenth of a second.
  if (Object.keys(migrations).every((name) => executed.includes(name))) return
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => ({ ...migrations }) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

async function executedMigrations(database: Database): Promise<string[]> {
  const table = sql<{ found: boolean }>`select to_regclass('kysely_migration') is not null as found`
  const { rows } = await table.execute(database)
  if (!rows[0]?.found) return []
  const executed = sql<{ name: string }>`select name from kysely_migration order by name`
  return (await executed.execute(database)).rows.map(({ name }) => name)
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
export async function createTables(database: Database): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const migration of Object.values(migrations)) await migration.up(transaction)
  })
}
