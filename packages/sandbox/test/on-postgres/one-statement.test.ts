import { Kysely, PostgresDialect } from 'kysely'
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

beforeAll(async () => {
  const { url, drop } = await createDatabase(inject('postgres') ?? '')
  const database = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: url }) }),
    // Uses of tokens are written by themselves, later.
    log: ({ query: { sql } }) => void (sql.startsWith('select ') && statements.push(sql)),
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
