import type { Selectable } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { AccountTable, Database } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import type { Look } from './look.ts'
import { lowestOfPage, type Page, skipOfPage, startOfPage, typesOfPage } from './pages.ts'

/** A row of `account`. */
export type Account = Selectable<AccountTable>

/** The account of an e-mail in lower case. */
export async function findAccount(database: Database, email: string): Promise<Account | undefined> {
  const [account] = await selectAccount(database, { email })
  return account
}

const selectAccount = statement((database, { email }: { readonly email: string }) =>
  database.selectFrom('account').selectAll().where('email', '=', email),
)

/** The same, and nobody else changes or deletes it before this transaction ends. */
export async function lockAccount(database: Database, email: string): Promise<Account | undefined> {
  const [account] = await selectAccountForUpdate(database, { email })
  return account
}

const selectAccountForUpdate = statement((database, { email }: { readonly email: string }) =>
  database.selectFrom('account').selectAll().where('email', '=', email).forUpdate(),
)

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

/**
 * The account of its e-mail, inserted where there is none. One that is there is written again as it is, so that it takes as long as a new
 * one. Nobody else changes or deletes it before this transaction ends.
 */
export async function ensureAccount(database: Database, account: Account): Promise<Account> {
  return database
    .insertInto('account')
    .values(account)
    .onConflict((conflict) =>
      conflict.column('email').doUpdateSet(({ ref }) => ({ login_type: ref('account.login_type') })),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}

const shownColumns = ['email', 'login_type', 'super_admin', 'verified', 'name', 'company'] as const

/** A part of all accounts, by e-mail, for super admins. */
export const pageOfAccounts: Look<Page, Pick<Account, (typeof shownColumns)[number]>> = {
  role: 'super-admin',
  values: typesOfPage,
  select: (database, given) =>
    jsonArrayFrom(
      database
        .selectFrom(startOfPage(database, 'account', given('skip')))
        .innerJoinLateral(
          (from) =>
            from
              .selectFrom('account')
              .select(shownColumns)
              .where('account.email', '>=', lowestOfPage)
              .orderBy('account.email')
              .offset(skipOfPage)
              .limit(given('size'))
              .as('row'),
          (join) => join.onTrue(),
        )
        .selectAll('row')
        .orderBy('row.email'),
    ),
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
