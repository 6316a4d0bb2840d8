import { Migrator } from 'kysely/migration'
import { migrations } from './migrations/index.ts'
import type { Database } from './schema.ts'

/** Brings a lasting database to the present tables. Safe to be called by several processes at once. */
export async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => ({ ...migrations }) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw new Error('the tables could not be brought up to date', { cause: error })
}

/** Makes all tables in a fresh, private schema, without the bookkeeping that only a lasting database needs. */
export async function createTables(database: Database): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const migration of Object.values(migrations)) await migration.up(transaction)
  })
}
