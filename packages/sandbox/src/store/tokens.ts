import { type Selectable, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database, TokenTable } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import { emailOfCaller, type InJson, type Look } from './look.ts'
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

/** A token that somebody makes for themselves. */
export interface TokenOfCaller extends Omit<Token, 'email'> {
  /** The hash of the token that they call with, which must not have expired when the new one is made. */
  readonly caller: string
}

/**
 * Inserts a token for whoever calls, in the statement that says who it is. Tokens that are made at the same time are written by one statement, and
 * so by one commit. It waits for nobody: where the caller is unknown, or somebody has locked the account, nothing is inserted.
 *
 * @returns When the caller's token was used last. Undefined where nothing was inserted.
 */
export const insertTokenOfCaller = together(
  async (database, tokens: readonly TokenOfCaller[]): Promise<Map<TokenOfCaller, Date>> => {
    const rows = await insertTokens(database, { tokens: JSON.stringify(tokens) })
    const uses = new Map(rows.map(({ hash, caller_used_at }) => [hash, caller_used_at]))
    return new Map(
      tokens.flatMap((token) => {
        const lastUsed = uses.get(token.hash)
        return lastUsed ? [[token, lastUsed]] : []
      }),
    )
  },
)

const columnsOfJson = sql`made(
  caller text, hash text, prefix text, label text, session boolean,
  expiration timestamptz, created_at timestamptz, last_used_at timestamptz
)`

const insertTokens = statement((database, { tokens }: { readonly tokens: string }) =>
  database
    .with('caller', (inner) =>
      inner
        .selectFrom(sql<TokenOfCaller>`json_to_recordset(${tokens}::json)`.as<'made'>(columnsOfJson))
        .innerJoin('token', 'token.hash', 'made.caller')
        .innerJoin('account', 'account.email', 'token.email')
        .where(({ eb, or }) =>
          or([
            eb('token.expiration', 'is', null),
            eb('token.expiration', '>', sql<Date>`${sql.ref('made.created_at')}`),
          ]),
        )
        .select(['account.email', 'token.last_used_at as caller_used_at'])
        .select(columns.filter((column) => column !== 'email').map((column) => `made.${column}` as const))
        // Kysely would write the schema before the name, which PostgreSQL does not take here.
        .modifyEnd(sql`for key share of account skip locked`),
    )
    .with('new_token', (inner) =>
      inner
        .insertInto('token')
        .columns(columns)
        .expression(({ selectFrom }) => selectFrom('caller').select(columns))
        .returning('hash'),
    )
    .selectFrom('caller')
    .innerJoin('new_token', 'new_token.hash', 'caller.hash')
    .select(['caller.hash', 'caller.caller_used_at']),
)

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
