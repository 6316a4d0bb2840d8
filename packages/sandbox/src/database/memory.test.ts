import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMemory } from './memory.ts'
import type { Storage } from './storage.ts'

let other: Storage

// One that stays open keeps the engine, as in a process that makes many sandboxes.
beforeAll(async () => {
  other = await openMemory()
})
afterAll(() => other.close())

const insertAccounts = async ({ database }: Storage, count: number) => {
  const accounts = Array.from({ length: count }, (_, number) => ({
    email: `person${number}@example.com`,
    password_hash: 'x'.repeat(1_500),
    login_type: 'password',
    super_admin: false,
    verified: true,
    name: null,
    company: null,
    created_at: new Date(0),
  }))
  await database.insertInto('account').values(accounts).execute()
}
const emailsIn = ({ database }: Storage) => database.selectFrom('account').select('email').execute()
const schemaOf = ({ database }: Storage) =>
  /from "(\w+)"/.exec(database.selectFrom('account').selectAll().compile().sql)?.[1]

test('a place that was closed is the next one’s, empty', async () => {
  const first = await openMemory()
  await insertAccounts(first, 3)
  await first.close()
  const second = await openMemory()
  expect(schemaOf(second)).toBe(schemaOf(first))
  expect(await emailsIn(second)).toEqual([])
  await insertAccounts(second, 1)
  expect(await emailsIn(second)).toHaveLength(1)
  await second.close()
})

test('a place that held much is nobody’s again', async () => {
  const first = await openMemory()
  await insertAccounts(first, 2_000)
  await first.close()
  const second = await openMemory()
  expect(schemaOf(second)).not.toBe(schemaOf(first))
  await second.close()
})

test('a place without all of its tables is nobody’s again', async () => {
  const first = await openMemory()
  await first.database.schema.dropTable('invite').execute()
  await first.close()
  const second = await openMemory()
  expect(schemaOf(second)).not.toBe(schemaOf(first))
  expect(await second.database.selectFrom('invite').selectAll().execute()).toEqual([])
  await second.close()
})

test('places that are open at the same time see nothing of each other', async () => {
  const [first, second] = await Promise.all([openMemory(), openMemory()])
  await insertAccounts(first, 2)
  expect(await emailsIn(second)).toEqual([])
  await Promise.all([first.close(), second.close()])
})

test('places are made while another one is asked', async () => {
  const first = await openMemory()
  await insertAccounts(first, 3)
  const asked = Array.from({ length: 40 }, () => emailsIn(first))
  const made = await Promise.all([1, 2, 3, 4].map(() => openMemory()))
  for (const emails of await Promise.all(asked)) expect(emails).toHaveLength(3)
  await Promise.all([first, ...made].map(({ close }) => close()))
})
