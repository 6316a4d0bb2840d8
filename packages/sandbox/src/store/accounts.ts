import type { Selectable } from 'kysely'
import type { AccountTable, Database } from '../database/schema.ts'

/** A row of `account`. */
export type Account = Selectable<AccountTable>

/** The account of an e-mail in lower case. */
export async function findAccount(database: Database, email: string): Promise<Account | undefined> {
  return database.selectFrom('account').selectAll().where('email', '=', email).executeTakeFirst()
}

/** The same, and nobody else changes or deletes it before this transaction ends. */
export async function lockAccount(database: Database, email: string): Promise<Account | undefined> {
  return database.selectFrom('account').selectAll().where('email', '=', email).forUpdate().executeTakeFirst()
}

/**
 * Whether the e-mail has an account. Nobody deletes it before this transaction ends. What depends on an account locks it
 * before a workspace, as its deletion does: so two transactions never wait for each other.
 */
export async function keepAccount(database: Database, email: string): Promise<boolean> {
  const account = await database
    .selectFrom('account')
    .select('email')
    .where('email', '=', email)
    .forKeyShare()
    .executeTakeFirst()
  return account !== undefined
}

/** False where the e-mail has an account already. */
export async function insertAccount(database: Database, account: Account): Promise<boolean> {
  const inserted = await database
    .insertInto('account')
    .values(account)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('email')
    .executeTakeFirst()
  return inserted !== undefined
}

/** A part of all accounts, by e-mail. */
export async function listAccounts(
  database: Database,
  page: { readonly offset: number; readonly limit: number },
): Promise<Account[]> {
  return database
    .selectFrom('account')
    .selectAll()
    .orderBy('email')
    .offset(page.offset)
    .limit(page.limit)
    .execute()
}

/** Replaces the hash of the password. */
export async function setPasswordHash(database: Database, email: string, hash: string): Promise<void> {
  await database.updateTable('account').set({ password_hash: hash }).where('email', '=', email).execute()
}

/** Promotes or demotes. Ask `lockSuperAdmins` first whether one is left. */
export async function setSuperAdmin(database: Database, email: string, superAdmin: boolean): Promise<void> {
  await database.updateTable('account').set({ super_admin: superAdmin }).where('email', '=', email).execute()
}

/** All super admins. None of them is demoted or deleted by anybody else before this transaction ends. */
export async function lockSuperAdmins(database: Database): Promise<string[]> {
  // One order for all, so that two transactions never wait for each other.
  const rows = await database
    .selectFrom('account')
    .select('email')
    .where('super_admin', '=', true)
    .orderBy('email')
    .forUpdate()
    .execute()
  return rows.map(({ email }) => email)
}

/** Deletes an account with its tokens. Memberships and invites are not its own: they go by e-mail. */
export async function removeAccount(database: Database, email: string): Promise<void> {
  await database.deleteFrom('account').where('email', '=', email).execute()
}
