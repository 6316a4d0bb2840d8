import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createDatabase } from '../../test/postgres/databases.ts'
import { openMemory } from '../database/memory.ts'
import { openPostgres } from '../database/postgres.ts'
import type { Storage } from '../database/storage.ts'
import { insertRows } from '../seed/insert-rows.ts'
import { noteUse, writeUses } from './token-uses.ts'

const server = inject('postgres')
let storage: Storage
let drop = async (): Promise<void> => undefined

beforeAll(async () => {
  if (server === undefined) {
    storage = await openMemory()
    return
  }
  const database = await createDatabase(server)
  drop = database.drop
  storage = await openPostgres(database.url)
})

afterAll(async () => {
  await storage.close()
  await drop()
})

const epoch = new Date(0)
const email = 'ada@example.com'
const token = (hash: string) => ({
  hash,
  prefix: hash,
  email,
  label: null,
  session: false,
  expiration: null,
  created_at: epoch,
  last_used_at: epoch,
})

test('the uses of several tokens are written together, each with its time', async () => {
  const { database } = storage
  const account = {
    email,
    password_hash: null,
    login_type: 'password',
    super_admin: true,
    verified: true,
    name: null,
    company: null,
    created_at: epoch,
  }
  const tokens = ['first', 'second', 'third'].map(token)
  await insertRows(database, { account: [account], workspace: [], member: [], invite: [], token: tokens })
  noteUse(database, { hash: 'first', lastUsed: epoch, now: new Date(5_000) })
  noteUse(database, { hash: 'second', lastUsed: epoch, now: new Date(6_001) })
  await writeUses(database)
  const rows = await database.selectFrom('token').select(['hash', 'last_used_at']).orderBy('hash').execute()
  expect(rows).toEqual([
    { hash: 'first', last_used_at: new Date(5_000) },
    { hash: 'second', last_used_at: new Date(6_001) },
    { hash: 'third', last_used_at: epoch },
  ])
})
