import { sql } from 'kysely'
import { moveEarlierTables } from './earlier-layout.ts'
import { DatabaseFailure } from './failure.ts'
import { executedMigrations, lockMigrations, type MigrationTable } from './migrate.ts'
import type { Database } from './schema.ts'

/** Where the tables are in a PostgreSQL, which may hold those of an application, too. */
export const ownSchema = 'windmill_user_sandbox'

export const ownMigrationTable: MigrationTable & { readonly schema: string } = {
  schema: ownSchema,
  name: 'migration',
}

/**
 * Makes the schema of the sandbox in a database, and takes the tables of earlier releases into it.
 *
 * @param isShared - Whether the database may hold tables of something else.
 * @throws DatabaseFailure where it does, and the sandbox has never been there.
 */
export async function prepareOwnSchema(database: Database, isShared: boolean): Promise<void> {
  if (await hasTables(database)) return
  await database.transaction().execute(async (transaction) => {
    await lockMigrations(transaction)
    if (await hasTables(transaction)) return
    // Somebody who may do more has made it for us, perhaps.
    const isMade = await hasSchema(transaction)
    const create = async () => {
      if (!isMade) await sql`create schema ${sql.id(ownSchema)}`.execute(transaction)
    }
    if (await moveEarlierTables(transaction, ownMigrationTable, create)) return
    if (!isMade && !isShared) refuseForeign(await listForeignTables(transaction))
    await create()
  })
}

async function hasTables(database: Database): Promise<boolean> {
  return (await executedMigrations(database, ownMigrationTable)).length > 0
}

async function hasSchema(database: Database): Promise<boolean> {
  const found = sql<{ found: boolean }>`select to_regnamespace(${ownSchema}) is not null as found`
  return (await found.execute(database)).rows[0]?.found ?? false
}

interface ForeignTable {
  readonly name: string
  /** How many there are in all. */
  readonly total: number
  readonly database: string
}

const mostToName = 3

/** The tables of anybody but PostgreSQL and its extensions. */
async function listForeignTables(database: Database): Promise<ForeignTable[]> {
  const { rows } = await sql<ForeignTable>`
    select namespace.nspname || '.' || class.relname as name,
      count(*) over ()::int as total,
      current_database() as database
    from pg_class class
    join pg_namespace namespace on namespace.oid = class.relnamespace
    where class.relkind in ('r', 'p', 'f')
      and namespace.nspname !~ '^pg_'
      and namespace.nspname not in ('information_schema', ${ownSchema})
      and not exists (
        select from pg_depend
        where classid = 'pg_class'::regclass and objid = class.oid and deptype = 'e'
      )
    order by 1
    limit ${mostToName}`.execute(database)
  return rows
}

function refuseForeign(tables: readonly ForeignTable[]): void {
  const [first] = tables
  if (!first) return
  const more = first.total - tables.length
  const names = tables.map(({ name }) => name).join(', ') + (more > 0 ? ` and ${more} more` : '')
  throw new DatabaseFailure(
    `the database ${first.database} already holds other tables: ${names}. Create a database for the sandbox, for example with ` +
      `createdb sandbox. To share this one, use --share-database (shareDatabase in code): the sandbox keeps to the schema ${ownSchema}. ` +
      'If DATABASE_URL belongs to your application, set SANDBOX_DATABASE_URL, or use --memory.',
  )
}
