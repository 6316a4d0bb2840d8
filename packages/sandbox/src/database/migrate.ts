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
  await refuseNewer(database)
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => ({ ...migrations }) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

async function refuseNewer(database: Database): Promise<void> {
  const { rows } = await sql<{
    found: boolean
  }>`select to_regclass('kysely_migration') is not null as found`.execute(database)
  if (!rows[0]?.found) return
  const executed = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    database,
  )
  const unknown = executed.rows.find(({ name }) => !(name in migrations))
  if (!unknown) return
  throw new DatabaseFailure(
    `the database is newer than this program: its tables are those of ${unknown.name}, and this program knows them up to ` +
      `${Object.keys(migrations).at(-1)}. Use a newer windmill-user-sandbox, or another database.`,
  )
}

/** Makes all tables in a fresh, private schema, without the bookkeeping that only a lasting database needs. */
export async function createTables(database: Database): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const migration of Object.values(migrations)) await migration.up(transaction)
  })
}
