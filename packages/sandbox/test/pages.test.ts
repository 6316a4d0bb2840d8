import { sql } from 'kysely'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openMemory } from '../src/database/memory.ts'
import { openPostgres } from '../src/database/postgres.ts'
import type { Database } from '../src/database/schema.ts'
import { insertAccount, removeAccount } from '../src/store/accounts.ts'
import { startOfPage } from '../src/store/pages.ts'
import { createDatabase } from './postgres/databases.ts'

const server = inject('postgres')

/** Empty tables. */
async function open(): Promise<Database> {
  const { url, drop } =
    server === undefined ? { url: undefined, drop: () => undefined } : await createDatabase(server)
  const { database, close } = url === undefined ? await openMemory() : await openPostgres(url)
  onTestFinished(async () => {
    await close()
    await drop()
  })
  return database
}

const emailOf = (number: number) => `person${number}@example.com`

const accountOf = (number: number) => ({
  email: emailOf(number),
  password_hash: null,
  login_type: 'sandbox',
  super_admin: false,
  verified: true,
  name: null,
  company: null,
  created_at: new Date(0),
})

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

async function insertAll(database: Database, accounts: readonly number[]): Promise<void> {
  await database.insertInto('account').values(accounts.map(accountOf)).execute()
}

/** The account that each page would begin with, by segments. */
async function firstOfPage(database: Database, skip: number): Promise<string | undefined> {
  const { lowest, skip: within } = await database
    .selectFrom(startOfPage(database, 'account', sql<number>`${skip}::bigint`))
    .selectAll()
    .executeTakeFirstOrThrow()
  const query = database.selectFrom('account').select('email').where('email', '>=', lowest).orderBy('email')
  return (await query.offset(Number(within)).limit(1).executeTakeFirst())?.email
}

async function expectRightPages(database: Database): Promise<void> {
  const rows = await database.selectFrom('account').select('email').orderBy('email').execute()
  const skips = [
    ...numbers(0, rows.length).filter((number) => number % 97 === 0),
    rows.length - 1,
    rows.length,
  ]
  for (const skip of skips) expect(await firstOfPage(database, skip)).toBe(rows[skip]?.email)
}

async function segmentSizes(database: Database): Promise<number[]> {
  const rows = await database.selectFrom('segment').select('size').where('list', '=', 'account').execute()
  return rows.map(({ size }) => Number(size))
}

test('a page is found among as many rows as a segment has, however many there are', async () => {
  const database = await open()
  await insertAll(database, numbers(0, 1_500))
  for (const number of numbers(10_000, 10_300)) await insertAccount(database, accountOf(number))
  await expectRightPages(database)
  expect(Math.max(...(await segmentSizes(database)))).toBeLessThanOrEqual(512)
})

test('pages are right after many have written at once', async () => {
  const database = await open()
  await insertAll(database, numbers(0, 1_000))
  await Promise.all([
    ...numbers(1_000, 1_060).map((number) => insertAccount(database, accountOf(number))),
    ...numbers(0, 60).map((number) => removeAccount(database, emailOf(number))),
    insertAll(database, numbers(2_000, 2_600)),
  ])
  await expectRightPages(database)
})

test('a transaction that is undone changes no page', async () => {
  const database = await open()
  await insertAll(database, numbers(0, 3))
  const undone = database.transaction().execute(async (transaction) => {
    await insertAll(transaction, numbers(10, 40))
    throw new Error('changed my mind')
  })
  await expect(undone).rejects.toThrow('changed my mind')
  expect(await segmentSizes(database)).toEqual([3])
})

test('pages are right after a transaction that has replaced all rows', async () => {
  const database = await open()
  await insertAll(database, numbers(0, 300))
  await database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('account').execute()
    await insertAccount(transaction, accountOf(5_000))
    await transaction.insertInto('account').values(numbers(0, 1_300).map(accountOf)).execute()
  })
  await expectRightPages(database)
  await insertAll(database, numbers(2_000, 2_400))
  await expectRightPages(database)
})
