import { sql } from 'kysely'
import type { Database, Schema } from './schema.ts'

/** All that anybody writes into. */
const tables: { readonly [Table in Exclude<keyof Schema, 'segment'>]: true } = {
  workspace: true,
  account: true,
  member: true,
  invite: true,
  token: true,
  login_failure: true,
  oauth_flow: true,
  provider_grant: true,
}

/**
 * Empties all tables: those of a schema, or those that the connection finds without one. It deletes, where `truncate` would
 * wait for every reader, and on PostgreSQL make new files: few rows are gone ten times as fast.
 */
export async function clearTables(transaction: Database, schema?: string): Promise<void> {
  for (const table of Object.keys(tables)) {
    const name = schema === undefined ? sql.id(table) : sql.id(schema, table)
    await sql`delete from ${name}`.execute(transaction)
  }
}

/** Whether anybody can log in: a database without accounts has never been used. */
export async function hasAccounts(database: Database): Promise<boolean> {
  const account = await database.selectFrom('account').select('email').limit(1).executeTakeFirst()
  return account !== undefined
}

/** Lets one transaction at a time write what a new database begins with. */
export async function lockPlanting(transaction: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('windmill-user-sandbox planting', 0))`.execute(
    transaction,
  )
}
