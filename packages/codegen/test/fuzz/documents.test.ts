import { beforeAll, expect, test } from 'vitest'
import { drawDocument } from './drawing/document.ts'
import { type Examination, examine, seedsFrom } from './examine.ts'
import { problemsOfDocument } from './lint.ts'

const seeds = seedsFrom(1, 12)

let examination: Examination

beforeAll(async () => {
  examination = await examine(seeds)
}, 300_000)

test('the same seed draws the same document', () => {
  expect(drawDocument(7)).toEqual(drawDocument(7))
})

test('what is drawn is valid OpenAPI', async () => {
  for (const seed of seeds) expect(await problemsOfDocument(drawDocument(seed).document)).toEqual([])
})

test('an operation is refused only for what no value can be given', () => {
  const reasons = examination.refusals.map(({ message }) => message)
  for (const reason of reasons) expect(reason).toMatch(/so that (?:no value could end|nobody could say)/)
})

test('all that is generated compiles, and each request and answer is the one that the document describes', () => {
  expect(examination.findings).toEqual([])
})
