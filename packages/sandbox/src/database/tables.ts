import { sql } from 'kysely'
import type { Database, Schema } from './schema.ts'

const tables: { readonly [Table in keyof Schema]: true } = {
  workspace: true,
  account: true,
  member: true,
  invite: true,
  token: true,
  login_failure: true,
  oauth_flow: true,
  provider_grant: true,
}

/** Empties all tables at once. */
export async function clearTables(database: Database, schema: string): Promise<void> {
  const names = Object.keys(tables).map((table) => sql.id(schema, table))
  await sql`truncate ${sql.join(names)}`.execute(database)
}

/** Whether anybody can log in: a database without accounts has never been used. */
export async function hasAccounts(database: Database): Promise<boolean> {
  const account = await database.selectFrom('account').select('email').limit(1).executeTakeFirst()
  return account !== undefined
}
