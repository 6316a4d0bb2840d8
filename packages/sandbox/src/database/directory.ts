import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { lockDirectory } from './directory-lock.ts'
import { DatabaseFailure } from './failure.ts'
import { fileSystem } from './file-system.ts'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'
import { loadSnapshot } from './snapshot.ts'
import type { Storage } from './storage.ts'
import { clearTables } from './tables.ts'

/** PGlite in a directory, which is made where there is none. What is written stays. */
export async function openDirectory(directory: string): Promise<Storage> {
  await makeDirectory(directory)
  const unlock = await lockDirectory(directory)
  try {
    const pglite = await openPglite(directory)
    const database = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) })
    const close = () => database.destroy().finally(unlock)
    await migrate(database).catch((error) => close().then(() => Promise.reject(error)))
    return { database, clear: clearTables, close }
  } catch (error) {
    await unlock()
    throw error
  }
}

async function makeDirectory(directory: string): Promise<void> {
  const { mkdir } = fileSystem()
  await mkdir(directory, { recursive: true }).catch((error) => {
    throw new DatabaseFailure(`the directory ${directory} cannot be made: ${error.message}`, { cause: error })
  })
}

async function openPglite(dataDir: string): Promise<PGlite> {
  if (await isDataDirectory(dataDir)) return PGlite.create({ dataDir })
  return PGlite.create({ dataDir, loadDataDir: await loadSnapshot() })
}

async function isDataDirectory(directory: string): Promise<boolean> {
  const { access } = fileSystem()
  return access(`${directory}/PG_VERSION`).then(
    () => true,
    () => false,
  )
}
