import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const lintParameter = (parameter: string) =>
  lintWith('shown-values', documentWith(`get:\n  parameters: [${parameter}]\n  responses: {}`))

test.each([
  '{ name: page, in: query, schema: { type: integer }, example: 1 }',
  '{ name: page, in: query, schema: { type: integer }, examples: { First: { value: 1 } } }',
])('%s is fine', async (parameter) => {
  expect(await lintParameter(parameter)).toEqual([])
})

test.each([
  ['{ type: boolean }', 'example: true'],
  ['{ type: integer, minimum: 7 }', 'example: 7'],
  ['{ type: string, examples: [demo] }', 'example: demo'],
  ['{ type: string, pattern: "^/" }', 'example: /a'],
  ['{ type: string, minLength: 8 }', 'example: adaadaad'],
  ['{ type: string, pattern: "^[0-9]{9}$" }', 'example: …'],
])('a parameter of %s without a value is shown one that fits', async (schema, right) => {
  const [problem, ...others] = await lintParameter(`{ name: some, in: query, schema: ${schema} }`)
  expect(others).toEqual([])
  expect(problem?.message).toContain('The parameter some shows no value')
  expect(problem?.message).toContain(`Right: \`${right}\``)
})

test('a header without a value is refused', async () => {
  const response = '{ description: some, headers: { Some: { schema: { type: integer } } } }'
  const [problem] = await lintWith('shown-values', documentWith(`get:\n  responses:\n    "200": ${response}`))
  expect(problem?.message).toContain('The header shows no value')
})
