import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'
import { loadSnapshot } from './snapshot.ts'
import type { Storage } from './storage.ts'
import { clearTables } from './tables.ts'

/** PGlite in a directory, which is made where there is none. What is written stays. */
export async function openDirectory(directory: string): Promise<Storage> {
  const pglite = await openPglite(directory)
  const database = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) })
  await migrate(database)
  return {
    database,
    clear: clearTables,
    close: () => database.destroy(),
  }
}

async function openPglite(dataDir: string): Promise<PGlite> {
  if (await isDataDirectory(dataDir)) return PGlite.create({ dataDir })
  return PGlite.create({ dataDir, loadDataDir: await loadSnapshot() })
}

async function isDataDirectory(directory: string): Promise<boolean> {
  // A directory exists where there is a file system: only there is this module asked to open one.
  const { access, mkdir } = await import('node:fs/promises')
  await mkdir(directory, { recursive: true })
  return access(`${directory}/PG_VERSION`).then(
    () => true,
    () => false,
  )
}
