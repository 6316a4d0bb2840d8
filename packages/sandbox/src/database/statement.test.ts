import { expect, onTestFinished, test, vi } from 'vitest'
import { openMemory } from './memory.ts'
import type { Database } from './schema.ts'
import { statement } from './statement.ts'

async function open(): Promise<Database> {
  const { database, close } = await openMemory()
  onTestFinished(close)
  return database
}

test('a statement is built once for a database and all its transactions', async () => {
  const database = await open()
  const build = vi.fn((each: Database, { size }: { readonly size: number }) =>
    each.selectFrom('account').select('email').limit(size),
  )
  const select = statement(build)
  await select(database, { size: 1 })
  for (let count = 0; count < 2; count += 1)
    await database.transaction().execute((transaction) => select(transaction, { size: 1 }))
  expect(build).toHaveBeenCalledOnce()
})

test('each database is asked in its own tables', async () => {
  const [one, other] = [await open(), await open()]
  const insert = statement((database, { id }: { readonly id: string }) =>
    database.insertInto('workspace').values({ id, name: id, owner: '', domain: null }),
  )
  await insert(one, { id: 'one' })
  await insert(other, { id: 'other' })
  expect(await one.selectFrom('workspace').select('id').execute()).toEqual([{ id: 'one' }])
  expect(await other.selectFrom('workspace').select('id').execute()).toEqual([{ id: 'other' }])
})
