import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const lintHeader = (header: string) =>
  lintWith(
    'header-example',
    documentWith(
      `get:\n  responses:\n    "200":\n      description: some\n      headers: { Some: ${header} }`,
    ),
  )

test.each([
  '{ schema: { type: string, const: no-store }, example: no-store }',
  '{ schema: { type: string, pattern: "^token=;" }, example: "token=; Path=/" }',
  '{ schema: { type: integer, minimum: 1, maximum: 900 }, example: 540 }',
  '{ schema: { type: string, enum: [a, b] }, example: b }',
])('%s is fine', async (header) => {
  expect(await lintHeader(header)).toEqual([])
})

test.each([
  ['{ schema: { type: string, const: no-store }, example: public }', 'Right: `example: no-store`'],
  ['{ schema: { type: string, pattern: "^token=;" }, example: session=1 }', 'pattern "^token=;"'],
  ['{ schema: { type: integer }, example: soon }', 'type "integer"'],
  ['{ schema: { type: integer, minimum: 1 }, example: 0 }', 'minimum 1'],
  ['{ schema: { type: integer, maximum: 900 }, example: 901 }', 'maximum 900'],
  ['{ schema: { type: string, enum: [a, b] }, example: c }', 'enum ["a","b"]'],
])('%s is refused', async (header, expected) => {
  const [problem, ...others] = await lintHeader(header)
  expect(others).toEqual([])
  expect(problem?.message).toContain(expected)
  expect(problem?.at).toBe('paths/operation.yaml#/get/responses/200/headers/Some/example')
})
