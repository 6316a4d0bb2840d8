import { Kysely, PostgresDialect } from 'kysely'
import { Client, Pool } from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { migrations } from '../../src/database/migrations/index.ts'
import type { Schema } from '../../src/database/schema.ts'
import { clearTables } from '../../src/database/tables.ts'
import { exampleWorld } from '../../src/index.ts'
import { createSandbox } from '../../src/node.ts'
import { startSandbox } from '../../src/sandbox.ts'
import { createDatabase, execute } from '../postgres/databases.ts'
import { ada, send } from '../use-sandbox.ts'

const server = inject('postgres') ?? ''

async function temporaryDatabase(...statements: readonly string[]): Promise<string> {
  const { url, drop } = await createDatabase(server)
  onTestFinished(drop)
  for (const statement of statements) await execute(url, statement)
  return url
}

async function start(databaseUrl: string, options: { readonly shareDatabase?: boolean } = {}) {
  const sandbox = await createSandbox({ databaseUrl, seed: exampleWorld, ...options })
  onTestFinished(() => sandbox.close())
  return sandbox
}

/** What a query gives, in one list. */
async function read(url: string, query: string): Promise<unknown[]> {
  const client = new Client(url)
  await client.connect()
  const { rows } = await client.query({ text: query, rowMode: 'array' }).finally(() => client.end())
  return rows.flat()
}

const tablesOf = (url: string, schema: string) =>
  read(
    url,
    `select table_name::text from information_schema.tables where table_schema = '${schema}' order by 1`,
  )

/** What an application that migrates with Kysely has in its database. */
const application = [
  'create table orders (id int primary key)',
  'create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)',
  'create table kysely_migration_lock (id varchar(255) primary key, is_locked int not null default 0)',
  "insert into kysely_migration values ('2025-orders', '2025-01-01')",
]

const stepsThen = Object.fromEntries(Object.entries(migrations).slice(0, 3))

/** The layout of the first releases: everything where the connection makes tables, and the migrations in Kysely's table. */
async function startEarlier(url: string) {
  const pool = new Pool({ connectionString: url })
  const database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  await migrate(database, undefined, stepsThen)
  const storage = { database, clear: clearTables, close: () => database.destroy() }
  return startSandbox(async () => storage, { seed: exampleWorld })
}

test('the tables are in a schema of their own', async () => {
  const url = await temporaryDatabase()
  await start(url)
  expect(await tablesOf(url, 'public')).toEqual([])
  expect(await tablesOf(url, 'windmill_user_sandbox')).toContain('account')
})

test('a database with tables of something else is refused, with their names, and left as it is', async () => {
  const url = await temporaryDatabase(...application, 'create schema sales create table leads (id int)')
  await expect(start(url)).rejects.toThrow(
    /already holds other tables: public.kysely_migration, public.kysely_migration_lock, public.orders and 1 more\. .*--share-database/,
  )
  expect(await read(url, "select to_regnamespace('windmill_user_sandbox') is null")).toEqual([true])
})

test('a database may be shared, and its application finds its own migrations alone', async () => {
  const url = await temporaryDatabase(...application)
  const { fetch } = await start(url, { shareDatabase: true })
  expect(await send(fetch, 'GET /users/email', { as: ada })).toMatchObject({ status: 200 })
  expect(await tablesOf(url, 'public')).toEqual(['kysely_migration', 'kysely_migration_lock', 'orders'])
  expect(await read(url, 'select name from kysely_migration')).toEqual(['2025-orders'])
})

test('a database in which the sandbox is already is not refused for what came later', async () => {
  const url = await temporaryDatabase()
  await (await createSandbox({ databaseUrl: url })).close()
  for (const statement of application) await execute(url, statement)
  await expect(start(url)).resolves.toBeDefined()
})

test('a schema that somebody has made for the sandbox is used', async () => {
  const url = await temporaryDatabase(...application, 'create schema windmill_user_sandbox')
  await expect(start(url)).resolves.toBeDefined()
})

test('a database without the permission to make a schema says how to grant it', async () => {
  const name = `guest_${crypto.randomUUID().slice(0, 8)}`
  const url = await temporaryDatabase(`create user ${name} password 'guest'`)
  onTestFinished(() => execute(server, `drop user ${name}`))
  const asGuest = new URL(url)
  ;[asGuest.username, asGuest.password] = [name, 'guest']
  await expect(start(asGuest.href)).rejects.toThrow(
    new RegExp(`${name} lacks the CREATE permission .* grant create on database sandbox_\\w+ to ${name}`),
  )
})

test('data of the first releases is moved, and nothing of theirs is left', async () => {
  const url = await temporaryDatabase()
  const earlier = await startEarlier(url)
  const { body: token } = await send(earlier.fetch, 'POST /users/tokens/create', { as: ada, body: {} })
  await earlier.close()
  const { fetch, seeded } = await start(url)
  expect(seeded).toBe(false)
  expect(await send(fetch, 'GET /users/email', { as: String(token) })).toMatchObject({
    body: 'ada@example.com',
  })
  expect(await tablesOf(url, 'public')).toEqual([])
})

test('data of the first releases is taken from among an application, whose migrations are whole again', async () => {
  const url = await temporaryDatabase()
  await (await startEarlier(url)).close()
  for (const statement of [
    'create table orders (id int primary key)',
    "insert into kysely_migration values ('2025-orders', '2025-01-01')",
  ])
    await execute(url, statement)
  await start(url)
  expect(await tablesOf(url, 'public')).toEqual(['kysely_migration', 'orders'])
  expect(await read(url, 'select name from kysely_migration')).toEqual(['2025-orders'])
})

test('a table of an application that only has the name of an earlier one stays where it is', async () => {
  const url = await temporaryDatabase(
    ...application,
    'create table account (id int primary key)',
    "insert into kysely_migration values ('0001-initial', '2025-01-01')",
  )
  await start(url, { shareDatabase: true })
  expect(await tablesOf(url, 'public')).toContain('account')
  expect(await read(url, 'select name from kysely_migration order by 1')).toEqual([
    '0001-initial',
    '2025-orders',
  ])
})
