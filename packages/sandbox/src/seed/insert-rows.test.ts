import { expect, onTestFinished, test } from 'vitest'
import { openMemory } from '../database/memory.ts'
import { insertRows, type Rows } from './insert-rows.ts'

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
