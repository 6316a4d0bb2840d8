import type { Selectable } from 'kysely'
import type { Database, TokenTable } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import type { Account } from './accounts.ts'
import { together } from './together.ts'

/** A row of `token`. */
export type Token = Selectable<TokenTable>

/** False where the account is gone. Nobody deletes it before this transaction ends. */
export async function insertToken(database: Database, token: Token): Promise<boolean> {
  const inserted = await insertTokenOfAccount(database, token)
  return inserted.length > 0
}

const columns = [
  'hash',
  'prefix',
  'email',
  'label',
  'session',
  'expiration',
  'created_at',
  'last_used_at',
] as const

// From the account, not guarded by the foreign key alone: a missing owner is an answer, not an error.
const insertTokenOfAccount = statement((database, token: Token) =>
  database
    .insertInto('token')
    .columns(columns)
    .expression(({ selectFrom }) =>
      selectFrom('account')
        .select(({ val }) => columns.map((column) => val(token[column]).as(column)))
        .where('account.email', '=', token.email)
        .forKeyShare(),
    )
    .returning('hash'),
)

/** How exactly a token knows when it was last used, in milliseconds: what is read a thousand times a second is not written as often. */
const precisionOfUse = 1_000

/** Whose token this is, unless it has expired, and notes that it was used now. */
export async function useToken(database: Database, hash: string, now: Date): Promise<Account | undefined> {
  const row = await findToken(database, hash)
  if (!row) return undefined
  const { hash: _hash, last_used_at, expiration, ...account } = row
  if (expiration && expiration <= now) return undefined
  if (Math.abs(now.getTime() - last_used_at.getTime()) >= precisionOfUse) await noteUse(database, hash, now)
  return account
}

type Found = Account & Pick<Token, 'hash' | 'last_used_at' | 'expiration'>

const findToken = together(async (database, hashes: readonly string[]): Promise<Map<string, Found>> => {
  const rows = await selectTokens(database, { hashes })
  return new Map(rows.map((row) => [row.hash, row]))
})

const selectTokens = statement((database, { hashes }: { readonly hashes: readonly string[] }) =>
  database
    .selectFrom('token')
    .innerJoin('account', 'account.email', 'token.email')
    .selectAll('account')
    .select(['token.hash', 'token.last_used_at', 'token.expiration'])
    .where(({ eb, ref, fn, val }) => eb(ref('token.hash'), '=', fn.any(val(hashes)))),
)

async function noteUse(database: Database, hash: string, now: Date): Promise<void> {
  await database.updateTable('token').set({ last_used_at: now }).where('hash', '=', hash).execute()
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
