import { setTimeout } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { beforeAll, expect, inject, test } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import type { Schema } from '../../src/database/schema.ts'
import { clearTables } from '../../src/database/tables.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox.ts'
import { createDatabase } from '../postgres/databases.ts'
import { ada, admin, grace, send, worldWithTokens } from '../use-sandbox.ts'

const statements: string[] = []
let sandbox: Sandbox
let database: Kysely<Schema>

beforeAll(async () => {
  const { url, drop } = await createDatabase(inject('postgres') ?? '')
  database = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: url }) }),
    // Uses of tokens are written by themselves, later.
    log: ({ query: { sql } }) => void (/^(?:select|with "caller") /.test(sql) && statements.push(sql)),
  })
  await migrate(database)
  const storage = { database, clear: clearTables, close: () => database.destroy() }
  sandbox = await startSandbox(async () => storage, { seed: worldWithTokens })
  return async () => {
    await sandbox.close()
    await drop()
  }
})

test.each([
  ['GET /users/email', ada],
  ['GET /users/whoami', ada],
  ['GET /users/tokens/list', ada],
  ['GET /users/list_invites', ada],
  ['GET /workspaces/list', ada],
  ['GET /workspaces/users', ada],
  ['GET /w/demo/users/whoami', ada],
  ['GET /w/demo/users/whois/grace', ada],
  ['GET /w/demo/workspaces/list_pending_invites', grace],
  ['GET /users/list_as_super_admin?page=1&per_page=2', admin],
  ['GET /workspaces/list_as_superadmin', admin],
])('waits for one statement: %s', async (line, as) => {
  statements.length = 0
  expect(await send(sandbox.fetch, line, { as })).toMatchObject({ status: 200 })
  expect(statements).toHaveLength(1)
})

test.each(['list', 'list_usernames'])('waits for one once it knows the members: %s', async (list) => {
  await send(sandbox.fetch, `GET /w/demo/users/${list}`, { as: ada })
  statements.length = 0
  expect(await send(sandbox.fetch, `GET /w/demo/users/${list}`, { as: grace })).toMatchObject({ status: 200 })
  expect(statements).toHaveLength(1)
})

test.each([
  ['GET /w/demo/workspaces/list_pending_invites', ada],
  ['GET /users/list_as_super_admin?page=0', ada],
])('is refused after one, before the URL is looked at: %s', async (line, as) => {
  statements.length = 0
  expect(await send(sandbox.fetch, line, { as })).toMatchObject({ status: 403 })
  expect(statements).toHaveLength(1)
})

test('makes a token with one', async () => {
  statements.length = 0
  const made = await send(sandbox.fetch, 'POST /users/tokens/create', { as: ada, body: { label: 'ci' } })
  expect(made).toMatchObject({ status: 201 })
  expect(statements).toHaveLength(1)
  expect(await send(sandbox.fetch, 'GET /users/email', { as: String(made.body) })).toMatchObject({
    status: 200,
  })
})

test('waits for an account that somebody has locked, and makes the token then', async () => {
  const make = () => send(sandbox.fetch, 'POST /users/tokens/create', { as: ada, body: {} })
  const { making, events } = await database.transaction().execute(async (transaction) => {
    await transaction.selectFrom('account').selectAll().where('super_admin', '=', false).forUpdate().execute()
    const events: string[] = []
    const making = make().then((reply) => {
      events.push('made')
      return reply
    })
    await until(isWaiting)
    events.push('unlocked')
    return { making, events }
  })
  expect(await making).toMatchObject({ status: 201 })
  expect(events).toEqual(['unlocked', 'made'])
})

async function isWaiting(): Promise<boolean> {
  const { rows } = await sql`select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(database)
  return rows.length > 0
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(10)
}
