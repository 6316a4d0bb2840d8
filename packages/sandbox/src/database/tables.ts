import { type QueryCreator, sql } from 'kysely'
import type { Database, Schema } from './schema.ts'
import { statement } from './statement.ts'

type Written = Exclude<keyof Schema, 'segment'>

/** All that anybody writes into, beside the workspaces. */
const others: { readonly [Table in Exclude<Written, 'workspace'>]: true } = {
  account: true,
  member: true,
  invite: true,
  token: true,
  login_failure: true,
  oauth_flow: true,
  provider_grant: true,
}

/**
 * Empties all tables by one statement. It deletes, where `truncate` would wait for every reader, and on PostgreSQL make new files: few
 * rows are gone ten times as fast.
 */
export async function clearTables(transaction: Database): Promise<void> {
  await deleteAll(transaction, {})
}

const deleteAll = statement((database) => {
  const deleting = Object.keys(others) as (keyof typeof others)[] // no others are in a literal
  return deleting
    .reduce<QueryCreator<Schema>>(
      (creator, table) => creator.with(`of_${table}`, (inner) => inner.deleteFrom(table)),
      database,
    )
    .deleteFrom('workspace')
})

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
