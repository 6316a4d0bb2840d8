import { Kysely, PGliteDialect } from 'kysely'
import { migrate } from '../database/migrate.ts'
import { openPglite } from '../database/open-pglite.ts'
import { preparePglite } from '../database/prepare-pglite.ts'
import type { Schema } from '../database/schema.ts'
import type { Storage } from '../database/storage.ts'
import { clearTables } from '../database/tables.ts'
import { type Loaded, loadEngine, loadSnapshot } from './engine-files.ts'
import { holdsDatabase } from './indexed-database.ts'

/** PGlite in a worker: in memory, or kept in IndexedDB under a name. Nobody else may have opened that. */
export async function openBrowserStorage(name: string | undefined, loaded: Loaded): Promise<Storage> {
  const directory = `windmill-user-api-sandbox-${name}`
  const isKept = name !== undefined && (await holdsDatabase(`/pglite/${directory}`))
  const [engine, snapshot] = await Promise.all([
    loadEngine(loaded),
    isKept ? undefined : loadSnapshot(loaded),
  ])
  const pglite = await openPglite({
    ...engine,
    ...(name !== undefined && { dataDir: `idb://${directory}` }),
    ...(snapshot && { loadDataDir: snapshot }),
  })
  const database = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: preparePglite(pglite) }) })
  await migrate(database)
  return { database, clear: clearTables, close: () => database.destroy() }
}
