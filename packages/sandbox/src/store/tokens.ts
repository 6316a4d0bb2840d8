import type { Selectable } from 'kysely'
import type { Database, TokenTable } from '../database/schema.ts'
import { type Account, keepAccount } from './accounts.ts'

/** A row of `token`. */
export type Token = Selectable<TokenTable>

/** False where the account is gone. */
export async function insertToken(database: Database, token: Token): Promise<boolean> {
  // Guarded by the account, not by the foreign key alone: a missing owner is an answer, not an error.
  if (!(await keepAccount(database, token.email))) return false
  await database.insertInto('token').values(token).execute()
  return true
}

/** Whose token this is, unless it has expired, and notes that it was used now. */
export async function useToken(database: Database, hash: string, now: Date): Promise<Account | undefined> {
  return database
    .updateTable('token')
    .from('account')
    .set({ last_used_at: now })
    .whereRef('account.email', '=', 'token.email')
    .where('token.hash', '=', hash)
    .where(({ eb, or }) => or([eb('token.expiration', 'is', null), eb('token.expiration', '>', now)]))
    .returning([
      'account.email',
      'account.password_hash',
      'account.login_type',
      'account.super_admin',
      'account.verified',
      'account.name',
      'account.company',
      'account.created_at',
    ])
    .executeTakeFirst()
}

/** An account's tokens that have not expired: newest first, then by prefix. */
export async function listTokensOf(database: Database, email: string, now: Date): Promise<Token[]> {
  return database
    .selectFrom('token')
    .selectAll()
    .where('email', '=', email)
    .where(({ eb, or }) => or([eb('expiration', 'is', null), eb('expiration', '>', now)]))
    .orderBy('created_at', 'desc')
    .orderBy('prefix')
    .execute()
}

/** Revokes one token. */
export async function removeToken(database: Database, hash: string): Promise<void> {
  await database.deleteFrom('token').where('hash', '=', hash).execute()
}

/** Deletes an account's tokens with this prefix and says how many there were. */
export async function removeTokensByPrefix(
  database: Database,
  email: string,
  prefix: string,
): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('token')
    .where('email', '=', email)
    .where('prefix', '=', prefix)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Ends all sessions of an account but the one with this hash. */
export async function removeOtherSessions(database: Database, email: string, hash: string): Promise<void> {
  await database
    .deleteFrom('token')
    .where('email', '=', email)
    .where('session', '=', true)
    .where('hash', '<>', hash)
    .execute()
}

/** Forgets tokens that let nobody in any more, but for those that somebody else is just deleting. */
export async function purgeExpiredTokens(database: Database, now: Date): Promise<void> {
  await database
    .deleteFrom('token')
    .where('hash', 'in', ({ selectFrom }) =>
      selectFrom('token').select('hash').where('expiration', '<=', now).forUpdate().skipLocked(),
    )
    .execute()
}
