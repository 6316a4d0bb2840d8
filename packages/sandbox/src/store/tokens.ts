import { type Expression, type Selectable, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database, TokenTable } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import { emailOfCaller, type InJson, type Look } from './look.ts'
import { together } from './together.ts'

/** A row of `token`. */
export type Token = Selectable<TokenTable>

/**
 * False where the account is gone. Nobody deletes it before this transaction ends. Outside a transaction, tokens that are made at the same
 * time are written by one statement, and so by one commit.
 */
export async function insertToken(database: Database, token: Token): Promise<boolean> {
  if (!database.isTransaction && (await insertTogether(database, token))) return true
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

// It waits for nobody: a token whose account somebody has locked, or deleted, is left to be written by itself.
const insertTogether = together(async (database, tokens: readonly Token[]): Promise<Map<Token, boolean>> => {
  if (tokens.length === 1) return new Map()
  const rows = await insertTokens(database, { tokens: JSON.stringify(tokens) })
  const inserted = new Set(rows.map(({ hash }) => hash))
  return new Map(tokens.filter(({ hash }) => inserted.has(hash)).map((token) => [token, true]))
})

const columnsOfJson = sql`made(
  hash text, prefix text, email text, label text, session boolean,
  expiration timestamptz, created_at timestamptz, last_used_at timestamptz
)`

const insertTokens = statement((database, { tokens }: { readonly tokens: string }) =>
  database
    .with('new_token', (inner) =>
      inner
        .selectFrom(sql<Token>`json_to_recordset(${tokens}::json)`.as<'made'>(columnsOfJson))
        .select(columns),
    )
    .with('owner', (inner) =>
      inner
        .selectFrom('account')
        .select('account.email')
        .where('account.email', '=', ({ selectFrom }) =>
          anyOf(selectFrom('new_token').select('new_token.email')),
        )
        .orderBy('account.email')
        .forKeyShare()
        .skipLocked(),
    )
    .insertInto('token')
    .columns(columns)
    .expression(({ selectFrom }) =>
      selectFrom('new_token')
        .select(columns)
        .where('new_token.email', '=', anyOf(selectFrom('owner').select('owner.email'))),
    )
    .returning('hash'),
)

/** PostgreSQL goes by an index for the values of a list, whatever it thinks of their number. */
function anyOf(texts: Expression<unknown>) {
  return sql<string>`any(array(${texts}))`
}

const shownColumns = ['hash', 'label', 'expiration', 'prefix', 'created_at', 'last_used_at'] as const

/** The caller's tokens that have not expired: newest first, then by prefix. */
export const tokensOfCaller: Look<
  { readonly now: string },
  InJson<Pick<Token, (typeof shownColumns)[number]>>
> = {
  role: 'user',
  values: { now: 'timestamptz' },
  select: (database, given) =>
    jsonArrayFrom(
      database
        .selectFrom('token')
        .select(shownColumns)
        .where('token.email', '=', emailOfCaller)
        .where(({ eb, or }) =>
          or([eb('token.expiration', 'is', null), eb('token.expiration', '>', sql<Date>`${given('now')}`)]),
        )
        .orderBy('token.created_at', 'desc')
        .orderBy('token.prefix'),
    ),
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
  await deleteExpired(database, { now })
}

const deleteExpired = statement((database, { now }: { readonly now: Date }) =>
  database
    .deleteFrom('token')
    .where('hash', 'in', ({ selectFrom }) =>
      selectFrom('token').select('hash').where('expiration', '<=', now).forUpdate().skipLocked(),
    ),
)
