import { sql } from 'kysely'
import { createMigrationTable, type MigrationTable, noteMigrations } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import type { Database } from './schema.ts'

/** The tables that the first releases made where the connection makes tables, mostly in `public`. */
const columnsOf: Readonly<Record<string, readonly string[]>> = {
  workspace: ['id', 'name', 'owner', 'domain'],
  account: [
    'email',
    'password_hash',
    'login_type',
    'super_admin',
    'verified',
    'name',
    'company',
    'created_at',
  ],
  member: ['workspace_id', 'username', 'email', 'is_admin', 'operator', 'disabled', 'created_at'],
  invite: ['workspace_id', 'email', 'is_admin'],
  token: ['hash', 'prefix', 'email', 'label', 'session', 'expiration', 'created_at', 'last_used_at'],
  login_failure: ['email_hash', 'failed_at'],
  oauth_flow: ['state_hash', 'client_name', 'code_verifier', 'started_at'],
  provider_grant: ['hash', 'kind', 'email', 'code_challenge', 'redirect_uri', 'granted_at'],
}

/** Their migrations stood in the table that Kysely gives every application, whose own may stand there, too. */
const sharedTable = 'kysely_migration'
const sharedLock = 'kysely_migration_lock'

/**
 * Moves the tables of the first releases to a schema of their own, and takes their migrations from among those of an application.
 *
 * @param createSchema - Called where there is something to move.
 * @returns Whether there was.
 */
export async function moveEarlierTables(
  transaction: Database,
  table: MigrationTable & { readonly schema: string },
  createSchema: () => Promise<unknown>,
): Promise<boolean> {
  const from = await findEarlierSchema(transaction)
  if (from === undefined) return false
  const executed = await ownMigrationsIn(transaction, from)
  if (executed.length === 0) return false
  await createSchema()
  for (const name of Object.keys(columnsOf)) {
    await sql`alter table ${sql.id(from, name)} set schema ${sql.id(table.schema)}`.execute(transaction)
  }
  await createMigrationTable(transaction, table)
  await noteMigrations(transaction, table, executed)
  await forgetMigrations(transaction, from, executed)
  return true
}

/** Where the connection makes tables, if all of the first releases are there, with their columns. */
async function findEarlierSchema(database: Database): Promise<string | undefined> {
  const { rows } = await sql<{ schema: string; name: string; columns: string[] }>`
    select table_schema as schema, table_name as name, array_agg(column_name::text) as columns
    from information_schema.columns
    where table_schema = current_schema() and table_name = any(${[...Object.keys(columnsOf), sharedTable]})
    group by table_schema, table_name`.execute(database)
  const found = new Map(rows.map(({ name, columns }) => [name, columns]))
  const isWhole = Object.entries({ ...columnsOf, [sharedTable]: ['name'] }).every(([name, columns]) =>
    columns.every((column) => found.get(name)?.includes(column)),
  )
  return isWhole ? rows[0]?.schema : undefined
}

async function ownMigrationsIn(database: Database, schema: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.id(schema, sharedTable)}
    where name = any(${Object.keys(migrations)}) order by name`.execute(database)
  return rows.map(({ name }) => name)
}

/** An application that uses Kysely finds its own migrations again, and no others. Where it has none, nothing of Kysely's is left. */
async function forgetMigrations(database: Database, schema: string, names: readonly string[]): Promise<void> {
  const table = sql.id(schema, sharedTable)
  await sql`delete from ${table} where name = any(${[...names]})`.execute(database)
  const { rows } = await sql`select from ${table} limit 1`.execute(database)
  if (rows.length > 0) return
  await sql`drop table ${table}`.execute(database)
  await sql`drop table if exists ${sql.id(schema, sharedLock)}`.execute(database)
}
