import type { Database } from '../database/schema.ts'
import type { Account } from './accounts.ts'
import type { Member } from './members.ts'
import type { Token } from './tokens.ts'
import type { Workspace } from './workspaces.ts'

/** The first rows of a table, and how many there are. */
export interface Excerpt<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}

/** What a sandbox holds, as far as a person reads on. No hash is in it. */
export interface Overview {
  readonly accounts: Excerpt<Omit<Account, 'password_hash'>>
  readonly workspaces: Excerpt<Workspace>
  /** Of these workspaces. */
  readonly members: readonly Pick<Member, 'workspace_id' | 'username' | 'is_admin'>[]
  readonly tokens: Excerpt<Omit<Token, 'hash'>>
}

const mostRows = 100

/** A few more than anybody reads, for a workspace with very many members. */
const mostMembers = 1_000

/** Reads what a sandbox holds. */
export async function readOverview(database: Database): Promise<Overview> {
  const [accounts, workspaces, tokens] = await Promise.all([
    database
      .selectFrom('account')
      .select(['email', 'login_type', 'super_admin', 'verified', 'name', 'company', 'created_at'])
      .orderBy('email')
      .limit(mostRows)
      .execute(),
    database.selectFrom('workspace').selectAll().orderBy('id').limit(mostRows).execute(),
    database
      .selectFrom('token')
      .select(['prefix', 'email', 'label', 'session', 'expiration', 'created_at', 'last_used_at'])
      .orderBy('created_at', 'desc')
      .orderBy('prefix')
      .limit(mostRows)
      .execute(),
  ])
  return {
    accounts: { rows: accounts, total: await countOf(database, 'account', accounts) },
    workspaces: { rows: workspaces, total: await countOf(database, 'workspace', workspaces) },
    members: await readMembers(
      database,
      workspaces.map(({ id }) => id),
    ),
    tokens: { rows: tokens, total: await countOf(database, 'token', tokens) },
  }
}

async function readMembers(database: Database, workspaces: readonly string[]) {
  if (workspaces.length === 0) return []
  return database
    .selectFrom('member')
    .select(['workspace_id', 'username', 'is_admin'])
    .where('workspace_id', 'in', workspaces)
    .orderBy('workspace_id')
    .orderBy('username')
    .limit(mostMembers)
    .execute()
}

/** Counted only where there are more than were read. */
async function countOf(
  database: Database,
  table: 'account' | 'workspace' | 'token',
  rows: readonly unknown[],
): Promise<number> {
  if (rows.length < mostRows) return rows.length
  const { count } = await database
    .selectFrom(table)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
