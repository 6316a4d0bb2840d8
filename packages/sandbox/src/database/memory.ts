import type { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { createTables } from './migrate.ts'
import { openPglite } from './open-pglite.ts'
import { preparePglite } from './prepare-pglite.ts'
import { recordStatements } from './record-statements.ts'
import type { Schema } from './schema.ts'
import { loadSnapshot } from './snapshot.ts'
import type { Storage } from './storage.ts'
import { clearTables } from './tables.ts'

/**
 * PGlite in memory. All sandboxes of a process share one engine, each with a PostgreSQL schema of its own: an engine takes
 * half a second to start and a quarter of a gigabyte, a schema takes milliseconds.
 */
interface Engine {
  readonly pglite: PGlite
  readonly root: Kysely<Schema>
  users: number
  schemas: number
}

/** Where the snapshot has the tables already, empty: the first sandbox of an engine need not make them. */
const schemaOfSnapshot = 'public'

// The one piece of state outside a sandbox. It holds no data that two sandboxes could both see.
let shared: Promise<Engine> | undefined

/** An engine without users, for the next one: the garbage collector takes it where its memory is needed. No timer has to. */
let idle: WeakRef<Engine> | undefined

/** A private, empty place in memory. */
export async function openMemory(): Promise<Storage> {
  shared ??= findEngine()
  const engine = await shared
  engine.users += 1
  engine.schemas += 1
  const isFirst = engine.schemas === 1
  const schema = isFirst ? schemaOfSnapshot : `sandbox_${engine.schemas}`
  const database = engine.root.withSchema(schema)
  if (!isFirst) {
    await engine.pglite.exec(await statementsOf(schema))
  }
  return {
    database,
    clear: (transaction) => clearTables(transaction, schema),
    close: async () => {
      await sql`drop schema ${sql.id(schema)} cascade`.execute(engine.root)
      release(engine)
    },
  }
}

/** Makes a schema with its tables, in one message: one by one, the statements would take twice as long. */
async function statementsOf(schema: string): Promise<string> {
  const tables = await recordStatements((database) => createTables(database, schema))
  return [`create schema "${schema}"`, ...tables].join(';\n')
}

async function findEngine(): Promise<Engine> {
  try {
    return idle?.deref() ?? (await startEngine())
  } catch (error) {
    shared = undefined
    throw error
  }
}

async function startEngine(): Promise<Engine> {
  const pglite = await openPglite({ loadDataDir: await loadSnapshot() })
  return {
    pglite,
    root: new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: preparePglite(pglite) }) }),
    users: 0,
    schemas: 0,
  }
}

function release(engine: Engine): void {
  engine.users -= 1
  if (engine.users > 0) return
  idle = new WeakRef(engine)
  shared = undefined
}
