import { expect, test } from 'vitest'
import { readExamples } from './example.ts'

const document = { openapi: '3.1.1', info: { title: 'Notes', version: '1.0.0' } }

test('an example without a value, or with one in a file of its own, is none to show', () => {
  const examples = {
    first: { value: null },
    second: { summary: 'Only a summary' },
    // Its value is at `externalValue`.
    third: {},
    fourth: { summary: 'A note', value: 'hi' },
  }

  expect(readExamples(document, { examples }).map(({ name, value }) => [name, value])).toEqual([
    ['first', null],
    ['fourth', 'hi'],
  ])
})
