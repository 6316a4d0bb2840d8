import type { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { lockDirectory } from './directory-lock.ts'
import { explainDirectory } from './failure.ts'
import { fileSystem } from './file-system.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './open-pglite.ts'
import { preparePglite } from './prepare-pglite.ts'
import { refuseFullDisk } from './refuse-full-disk.ts'
import type { Schema } from './schema.ts'
import { loadSnapshot } from './snapshot.ts'
import type { Storage } from './storage.ts'
import { clearTables } from './tables.ts'

/**
 * PGlite in a directory, which is made where there is none. What is written stays.
 *
 * @throws DatabaseFailure where it cannot be used. What has been made until then is taken away again.
 */
export async function openDirectory(directory: string): Promise<Storage> {
  const isMade = await makeDirectory(directory)
  const isEmpty = isMade || !(await isDataDirectory(directory))
  let unlock = async (): Promise<void> => undefined
  try {
    unlock = await lockDirectory(directory)
    const pglite = await openPgliteIn(directory)
    const database = new Kysely<Schema>({
      dialect: new PGliteDialect({ pglite: preparePglite(pglite, () => refuseFullDisk(directory)) }),
    })
    const close = () => database.destroy().finally(unlock)
    await migrate(database).catch((error) => close().then(() => Promise.reject(error)))
    return { database, clear: clearTables, close }
  } catch (error) {
    await unlock()
    if (isMade) await fileSystem().rm(directory, { recursive: true, force: true })
    throw explainDirectory(error, directory, isEmpty ? 'filled' : 'opened')
  }
}

/** Makes a directory, and those above it, and says whether there was none. */
async function makeDirectory(directory: string): Promise<boolean> {
  const { mkdir, stat } = fileSystem()
  try {
    await mkdir(directory)
    return true
  } catch (error) {
    const found = await stat(directory).catch(() => undefined)
    if (found?.isDirectory()) return false
    // One by one: `recursive` never comes back below a directory like /proc, in which none can be made.
    const above = directory.replace(/[\\/]+[^\\/]+[\\/]*$/, '')
    const hasNone = above !== directory && above !== '' && !(await stat(above).catch(() => undefined))
    if (!found && hasNone) {
      await makeDirectory(above)
      return makeDirectory(directory)
    }
    throw explainDirectory(error, directory, 'made')
  }
}

async function openPgliteIn(dataDir: string): Promise<PGlite> {
  if (await isDataDirectory(dataDir)) return openPglite({ dataDir })
  return openPglite({ dataDir, loadDataDir: await loadSnapshot() })
}

/** The snapshot has this file as its last: what was interrupted before is begun again. */
async function isDataDirectory(directory: string): Promise<boolean> {
  const { access } = fileSystem()
  return access(`${directory}/PG_VERSION`).then(
    () => true,
    () => false,
  )
}
