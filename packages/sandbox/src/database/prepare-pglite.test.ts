import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { preparePglite } from './prepare-pglite.ts'

interface Schema {
  readonly note: {
    readonly id: number
    readonly text: string | null
    readonly at: Date
    readonly done: boolean
  }
}

let database: Kysely<Schema>
let pglite: PGlite

const cleansAfter = 40

beforeAll(async () => {
  pglite = await PGlite.create()
  const prepared = preparePglite(pglite, undefined, cleansAfter)
  database = new Kysely({ dialect: new PGliteDialect({ pglite: prepared }) })
  await sql`create table note (id int primary key, text text, at timestamptz, done boolean)`.execute(database)
  return () => database.destroy()
})

const at = new Date('2026-11-10T12:00:00.123Z')
const find = (id: number) => database.selectFrom('note').selectAll().where('id', '=', id).execute()
const insert = (note: Schema['note']) => database.insertInto('note').values(note).executeTakeFirstOrThrow()

const prepared = async () => {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
    database,
  )
  return rows.map(({ statement }) => statement)
}

test('a statement gives the same each time, with every type that the tables have', async () => {
  await insert({ id: 1, text: 'it’s', at, done: false })
  await insert({ id: 2, text: null, at, done: true })
  expect(await find(1)).toEqual([{ id: 1, text: 'it’s', at, done: false }])
  expect(await find(2)).toEqual([{ id: 2, text: null, at, done: true }])
  expect(await find(3)).toEqual([])
})

test('a statement is prepared once', async () => {
  await find(1)
  await find(2)
  expect((await prepared()).filter((statement) => statement.includes('where "id" = $1'))).toHaveLength(1)
})

test('a change tells how many rows it has changed', async () => {
  await insert({ id: 10, text: 'a', at, done: false })
  const change = () =>
    database.updateTable('note').set({ done: true }).where('id', '=', 10).executeTakeFirst()
  await change()
  expect(await change()).toMatchObject({ numUpdatedRows: 1n })
})

test('an error has PostgreSQL’s code, and what comes next succeeds', async () => {
  const same = { id: 20, text: 'a', at, done: false }
  await insert(same)
  for (const _again of [1, 2]) await expect(insert(same)).rejects.toMatchObject({ code: '23505' })
  expect(await find(20)).toEqual([same])
})

test('a transaction that fails leaves nothing behind', async () => {
  const failing = database.transaction().execute(async (transaction) => {
    await transaction.insertInto('note').values({ id: 30, text: 'a', at, done: false }).execute()
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await find(30)).toEqual([])
})

test('the statements that were not used for longest are forgotten', async () => {
  for (let number = 0; number < 250; number += 1) {
    await database
      .selectFrom('note')
      .select('id')
      .where(sql<boolean>`id <> ${sql.lit(number)}`)
      .execute()
  }
  const statements = await prepared()
  expect(statements.some((statement) => statement.includes('id <> 249'))).toBe(true)
  expect(statements.some((statement) => statement.includes('id <> 0'))).toBe(false)
  expect(statements.length).toBeLessThanOrEqual(201)
})

test('what is written and deleted again takes no more room for ever', async () => {
  const large = 'x'.repeat(1_500)
  const writeMany = async () => {
    for (let number = 0; number < 3 * cleansAfter; number += 1) {
      await insert({ id: 1_000 + number, text: large, at, done: false })
      await database
        .deleteFrom('note')
        .where('id', '=', 1_000 + number)
        .execute()
    }
  }
  const bytes = async () => {
    const size = sql<{ bytes: number }>`select pg_relation_size('note')::int as bytes`
    return (await size.execute(database)).rows[0]?.bytes ?? 0
  }
  await writeMany()
  const before = await bytes()
  await writeMany()
  await writeMany()
  expect(await bytes()).toBeLessThanOrEqual(before)
})

test('cleaning waits for a transaction that is open', async () => {
  await database.transaction().execute(async (transaction) => {
    for (let number = 0; number < 2 * cleansAfter; number += 1) {
      const note = { id: 2_000 + number, text: null, at, done: false }
      await transaction.insertInto('note').values(note).execute()
    }
  })
  expect(await find(2_000)).toHaveLength(1)
})
