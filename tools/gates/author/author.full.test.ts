import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyDocument, type DocumentCopy } from './document-copy.ts'
import { early, late } from './mistakes.ts'
import { right } from './right.ts'
import { told } from './told.ts'

let document: DocumentCopy & AsyncDisposable

beforeAll(async () => {
  document = await copyDocument()
})

afterAll(() => document[Symbol.asyncDispose]())

describe('is told once, at its cause, with what is right:', () => {
  test.each([...early, ...late])('$title', async (mistake) => {
    expect(await told(document, mistake)).toEqual(mistake.told)
    // One mistake never fills a screen.
    expect((await document.lint()).length).toBeLessThanOrEqual(8)
  })
})

describe('is no mistake:', () => {
  test.each(right)('$title', async (edit) => {
    expect(await told(document, { ...edit, told: [] })).toEqual([])
  })
})

test('the same mistake is told the same each time', async () => {
  await document.restore()
  await document.replace('openapi.yaml', 'users_whoami.yaml', 'users_who.yaml')
  await document.write('paths/a.yaml', 'get:\n a: b: c\n')
  await document.write('paths/b.yaml', 'get: [\n')
  const first = await document.lint()

  expect(first).toHaveLength(2)
  expect(await document.lint()).toEqual(first)
})
