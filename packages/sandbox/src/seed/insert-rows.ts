import { type QueryCreator, type Selectable, sql } from 'kysely'
import type { Database, Schema } from '../database/schema.ts'
import { statement } from '../database/statement.ts'

/** What a seed can hold, in the order in which rows refer to each other, with the types of PostgreSQL. */
const columns = {
  account: {
    email: 'text',
    password_hash: 'text',
    login_type: 'text',
    super_admin: 'boolean',
    verified: 'boolean',
    name: 'text',
    company: 'text',
    created_at: 'timestamptz',
  },
  workspace: { id: 'text', name: 'text', owner: 'text', domain: 'text' },
  member: {
    workspace_id: 'text',
    username: 'text',
    email: 'text',
    is_admin: 'boolean',
    operator: 'boolean',
    disabled: 'boolean',
    created_at: 'timestamptz',
  },
  invite: { workspace_id: 'text', email: 'text', is_admin: 'boolean' },
  token: {
    hash: 'text',
    prefix: 'text',
    email: 'text',
    label: 'text',
    session: 'boolean',
    expiration: 'timestamptz',
    created_at: 'timestamptz',
    last_used_at: 'timestamptz',
  },
} as const satisfies {
  readonly [Table in keyof Schema]?: { readonly [Column in keyof Schema[Table]]: string }
}

type Planted = keyof typeof columns

/** Rows of each table that a seed can fill. */
export type Rows = { readonly [Table in Planted]: readonly Selectable<Schema[Table]>[] }

/** A part with more would be a message of megabytes. */
const rowsAtOnce = 5_000

/** Inserts rows by one statement, unless there are many thousands: each statement takes longer than some rows. */
export async function insertRows(database: Database, rows: Rows): Promise<void> {
  for (const part of partsOf(rows)) await insertPart(database, part)
}

/**
 * The same into empty tables, without the triggers that look for what rows refer to, and that count them: a seed has been checked, and the first
 * run of a trigger takes as long as all else of it. Only a superuser of the database may.
 */
export async function insertFirstRows(database: Database, rows: Rows): Promise<void> {
  const [accounts, workspaces] = [rows.account.length, rows.workspace.length]
  if (Math.max(accounts, workspaces) > mostRowsOfSegment) return insertRows(database, rows)
  await database.transaction().execute(async (transaction) => {
    await leaveOutTriggers(transaction, {})
    await insertRows(transaction, rows)
    await countFirstRows(transaction, { accounts, workspaces })
  })
}

/** See the migration that counts lists by segments. */
const mostRowsOfSegment = 512

/** Until the end of the transaction. */
const leaveOutTriggers = statement((database) =>
  database.selectNoFrom(sql`set_config('session_replication_role', 'replica', true)`.as('role')),
)

const countFirstRows = statement(
  (database, { accounts, workspaces }: { readonly accounts: number; readonly workspaces: number }) =>
    database
      // Those of a sandbox that was here before.
      .with('emptied', (inner) => inner.deleteFrom('segment').where('lowest', '<>', ''))
      .updateTable('segment')
      .set({
        size: sql<number>`case list when 'account' then ${accounts}::bigint else ${workspaces}::bigint end`,
      })
      .where('lowest', '=', ''),
)

/** Each table as JSON. */
type Part = Readonly<Record<Planted, string>>

const nothing: Part = { account: '[]', workspace: '[]', member: '[]', invite: '[]', token: '[]' }

function partsOf(rows: Rows): Part[] {
  const tables = Object.entries(rows)
  const total = tables.reduce((sum, [, { length }]) => sum + length, 0)
  const inJson = (table: string, some: readonly object[]) => ({ [table]: JSON.stringify(some) })
  if (total <= rowsAtOnce)
    return [Object.assign({}, nothing, ...tables.map(([table, all]) => inJson(table, all)))]
  return tables.flatMap(([table, all]) =>
    Array.from({ length: Math.ceil(all.length / rowsAtOnce) }, (_, part) => ({
      ...nothing,
      ...inJson(table, all.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce)),
    })),
  )
}

const insertPart = statement((database, { account, workspace, member, invite, token }: Part) =>
  insertInto(
    database
      .with('accounts', (inner) => insertInto(inner, 'account', account))
      .with('workspaces', (inner) => insertInto(inner, 'workspace', workspace))
      .with('members', (inner) => insertInto(inner, 'member', member))
      .with('invites', (inner) => insertInto(inner, 'invite', invite)),
    'token',
    token,
  ),
)

function insertInto(database: QueryCreator<Schema>, table: Planted, json: string) {
  const entries = Object.entries(columns[table])
  const definition = sql.raw(entries.map(([name, type]) => `${name} ${type}`).join(', '))
  return database
    .insertInto(table)
    .columns(entries.map(([name]) => name as never)) // each is a column of its table: see above
    .expression(sql`select * from json_to_recordset(${json}::json) as planted(${definition})`)
}
