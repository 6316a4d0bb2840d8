import { expect, test } from 'vitest'
import type { Database } from '../database/schema.ts'
import { shared, together } from './together.ts'

const database = {} as Database // it is not asked

/** Asks for lengths of texts, each time when it is told to, and keeps what was asked. */
function lengths() {
  const asked: string[][] = []
  const answer: (() => void)[] = []
  const ask = async (_database: Database, texts: readonly string[]) => {
    asked.push([...texts])
    await new Promise<void>((resolve) => answer.push(resolve))
    if (texts.includes('wrong')) throw new Error('wrong')
    return new Map(texts.filter(Boolean).map((text) => [text, text.length]))
  }
  const askTogether = together(ask)
  return { asked, answer, lengthOf: (text: string) => askTogether(database, text) }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))
const soon = async () => {
  await turn()
  await turn()
}

test('a question alone is asked at once', async () => {
  const { asked, answer, lengthOf } = lengths()
  const length = lengthOf('one')
  await soon()
  expect(asked).toEqual([['one']])
  answer[0]?.()
  expect(await length).toBe(3)
})

test('those that come meanwhile are asked together, each once, and after it', async () => {
  const { asked, answer, lengthOf } = lengths()
  const first = lengthOf('one')
  await soon()
  const others = ['one', 'three', 'one', ''].map(lengthOf)
  await soon()
  expect(asked).toEqual([['one']])
  answer[0]?.()
  expect(await first).toBe(3)
  await soon()
  expect(asked).toEqual([['one'], ['one', 'three', '']])
  answer[1]?.()
  expect(await Promise.all(others)).toEqual([3, 5, 3, undefined])
})

test('a failure is told to those whom it concerns, and not to who comes later', async () => {
  const { answer, lengthOf } = lengths()
  const failing = expect(lengthOf('wrong')).rejects.toThrow('wrong')
  await soon()
  const later = lengthOf('later')
  answer[0]?.()
  await failing
  await soon()
  answer[1]?.()
  expect(await later).toBe(5)
})

test('a question that several have at a time is asked once', async () => {
  const asked: object[] = []
  const sum = shared(async (_database, values: { readonly a: number; readonly b: number }) => {
    asked.push(values)
    return values.a + values.b
  })
  const questions = [
    { a: 1, b: 2 },
    { a: 1, b: 2 },
    { a: 2, b: 2 },
  ]
  expect(await Promise.all(questions.map((values) => sum(database, values)))).toEqual([3, 3, 4])
  expect(asked).toEqual([
    { a: 1, b: 2 },
    { a: 2, b: 2 },
  ])
})
