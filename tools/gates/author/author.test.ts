import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyDocument, type DocumentCopy } from './document-copy.ts'
import { early, late } from './mistakes.ts'
import { oneOf, told } from './told.ts'

let document: DocumentCopy & AsyncDisposable

beforeAll(async () => {
  document = await copyDocument()
})

afterAll(() => document[Symbol.asyncDispose]())

describe('is told once, at its cause, before any rule is asked:', () => {
  test.each(early)('$title', async (mistake) => {
    expect(await told(document, mistake)).toEqual(mistake.told)
  })
})

test('a document that breaks a rule is told so', async () => {
  const mistake = oneOf(late, '`summery:`')
  expect(await told(document, mistake)).toEqual(mistake.told)
})
