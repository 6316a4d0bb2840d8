import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const lintResponse = (status: string, lines: readonly string[], options = {}) =>
  lintWith(
    'error-cure',
    documentWith(
      [
        'get:',
        '  responses:',
        `    "${status}":`,
        '      description: some',
        ...lines.map((line) => `      ${line}`),
      ].join('\n'),
    ),
    options,
  )

const examples = (...each: readonly string[]) => [
  'content:',
  '  text/plain:',
  '    examples:',
  ...each.map((example) => `      ${example}`),
]

test.each([
  ['a success', '200', []],
  ['a response with a cure', '403', ['x-cure: Ask an admin.']],
  ['a response whose examples all have one', '404', examples('Some: { value: none, x-cure: Check the id. }')],
  ['a status whose cure the docs derive', '415', []],
])('%s is fine', async (_case, status, lines) => {
  expect(await lintResponse(status, lines)).toEqual([])
})

test.each([
  ['nothing at all', '409', []],
  ['an example without one', '400', examples('Some: { value: none }')],
  [
    'one example of two without one',
    '400',
    examples('Some: { value: none, x-cure: Retry. }', 'Other: { value: 1 }'),
  ],
  ['every other status', 'default', []],
])('%s is a failure that tells no cure', async (_case, status, lines) => {
  const [problem, ...others] = await lintResponse(status, lines)
  expect(others).toEqual([])
  expect(problem?.message).toContain(`The response ${status} does not tell what to do about it`)
  expect(problem?.message).toContain('Right: `x-cure: Ask an admin')
  expect(problem?.at).toBe(`paths/operation.yaml#/get/responses/${status}`)
})

test('the message names the examples that lack it', async () => {
  const lines = examples('Some: { value: none, x-cure: Retry. }', 'Other: { value: 1 }')
  const [problem] = await lintResponse('400', lines)
  expect(problem?.message).toContain('Found: none in Other')
})

test('the option `derived` takes the place of the statuses that need none', async () => {
  expect(await lintResponse('409', [], { derived: ['409'] })).toEqual([])
  expect(await lintResponse('415', [], { derived: ['409'] })).toHaveLength(1)
})
