import { expect, onTestFinished, test } from 'vitest'
import { openMemory } from '../database/memory.ts'
import type { Database } from '../database/schema.ts'
import { insertFirstRows, insertRows, type Rows } from './insert-rows.ts'

const createdAt = new Date('2026-11-04T10:15:00.123Z')

function rowsFor(emails: readonly string[]): Rows {
  return {
    account: emails.map((email) => ({
      email,
      password_hash: null,
      login_type: 'password',
      super_admin: false,
      verified: true,
      name: 'it’s "quoted" \\ 🔑',
      company: null,
      created_at: createdAt,
    })),
    workspace: [],
    member: [],
    invite: [],
    token: emails.map((email) => ({
      hash: `hash of ${email}`,
      prefix: 'prefix',
      email,
      label: null,
      session: false,
      expiration: null,
      created_at: createdAt,
      last_used_at: createdAt,
    })),
  }
}

async function open() {
  const { database, close } = await openMemory()
  onTestFinished(close)
  return database
}

test('rows are read back as they were given', async () => {
  const database = await open()
  const rows = rowsFor(['ada@example.com'])
  await insertRows(database, rows)
  expect(await database.selectFrom('account').selectAll().execute()).toEqual(rows.account)
  expect(await database.selectFrom('token').selectAll().execute()).toEqual(rows.token)
})

test('thousands of rows are inserted in parts, those first that others refer to', async () => {
  const database = await open()
  const emails = Array.from({ length: 5_001 }, (_, number) => `person${number}@example.com`)
  await insertRows(database, rowsFor(emails))
  const count = (table: 'account' | 'token') =>
    database
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .executeTakeFirst()
  expect([await count('account'), await count('token')]).toEqual([{ rows: 5_001 }, { rows: 5_001 }])
})

const segments = (database: Database) =>
  database.selectFrom('segment').selectAll().orderBy('list').orderBy('lowest').execute()

test('the first rows are counted as others are, also where segments are left of those before', async () => {
  const [one, other] = [await open(), await open()]
  const rows = rowsFor(['ada@example.com', 'grace@example.com', 'katherine@example.com'])
  await insertRows(one, rows)
  await other.insertInto('segment').values({ list: 'account', lowest: 'b', size: 0 }).execute()
  await insertFirstRows(other, rows)
  expect(await segments(other)).toEqual(await segments(one))
})

test('more of the first rows than a segment holds are counted by the triggers', async () => {
  const [one, other] = [await open(), await open()]
  const rows = rowsFor(Array.from({ length: 513 }, (_, number) => `person${number}@example.com`))
  await insertRows(one, rows)
  await insertFirstRows(other, rows)
  expect(await segments(other)).toEqual(await segments(one))
  expect(await segments(other)).toHaveLength(4)
})

test('what comes after the first rows is counted, and refers to what is there', async () => {
  const database = await open()
  await insertFirstRows(database, rowsFor(['ada@example.com']))
  await insertRows(database, rowsFor(['grace@example.com']))
  expect(await segments(database)).toContainEqual({ list: 'account', lowest: '', size: 2 })
  const orphan = { ...rowsFor(['nobody@example.com']), account: [] }
  await expect(insertRows(database, orphan)).rejects.toMatchObject({ code: '23503' })
})
