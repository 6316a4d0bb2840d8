import type { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { createTables } from './migrate.ts'
import { openPglite } from './open-pglite.ts'
import { preparePglite } from './prepare-pglite.ts'
import { recordStatements } from './record-statements.ts'
import type { Database, Schema } from './schema.ts'
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
  /** Empty schemas of sandboxes that were closed. */
  readonly spare: string[]
  /** What makes a schema with its tables, once somebody has needed it. */
  statements?: Promise<string>
}

/** In the place of the name of a schema. */
const anySchema = 'any_schema'

/** A new schema has a fifth of it. */
const mostBytes = 2_000_000

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
  const schema = engine.spare.pop() ?? (await makeSchema(engine))
  const database = engine.root.withSchema(schema)
  return {
    database,
    isNew: true,
    clear: clearTables,
    close: async () => {
      await leave(engine, schema, database)
      release(engine)
    },
  }
}

async function makeSchema(engine: Engine): Promise<string> {
  engine.schemas += 1
  if (engine.schemas === 1) return schemaOfSnapshot
  const schema = `sandbox_${engine.schemas}`
  engine.statements ??= statementsOf(anySchema)
  await engine.pglite.exec((await engine.statements).replaceAll(`"${anySchema}"`, `"${schema}"`))
  return schema
}

/** Leaves a schema to the next sandbox, which has it sooner than a new one. */
async function leave({ root, spare }: Engine, schema: string, database: Database): Promise<void> {
  if ((await clear(database)) && (await bytesOf(root, schema)) <= mostBytes) spare.push(schema)
  else await sql`drop schema ${sql.id(schema)} cascade`.execute(root)
}

/** Whether the tables are there, and empty now: whoever has the database can drop one. */
async function clear(database: Database): Promise<boolean> {
  return clearTables(database).then(
    () => true,
    () => false,
  )
}

/** What the files of its tables and indexes take. PostgreSQL keeps the room of rows that are gone. */
async function bytesOf(root: Kysely<Schema>, schema: string): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`
    select sum(pg_relation_size(oid)) as bytes from pg_class
    where relnamespace = ${schema}::regnamespace and relkind in ('r', 'i')`.execute(root)
  return Number(rows[0]?.bytes)
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
    spare: [],
  }
}

function release(engine: Engine): void {
  engine.users -= 1
  if (engine.users > 0) return
  idle = new WeakRef(engine)
  shared = undefined
}
