import { expect, test } from 'vitest'
import { together } from './together.ts'

/** Asks for lengths of texts, each time when it is told to, and keeps what was asked. */
function lengths() {
  const asked: string[][] = []
  const answer: (() => void)[] = []
  const ask = async (texts: readonly string[]) => {
    asked.push([...texts])
    await new Promise<void>((resolve) => answer.push(resolve))
    if (texts.includes('wrong')) throw new Error('wrong')
    return new Map(texts.filter(Boolean).map((text) => [text, text.length]))
  }
  return { asked, answer, lengthOf: together(ask) }
}

const soon = () => new Promise((resolve) => setImmediate(resolve))

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
