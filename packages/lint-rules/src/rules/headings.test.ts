import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const lintSummary = (summary: string) =>
  lintWith('headings', documentWith(`get:\n  summary: ${JSON.stringify(summary)}\n  responses: {}`), {
    names: ['OAuth'],
  })

test.each(['Create token', 'List logins (OAuth)', 'Log in with OAuth'])('%s is fine', async (summary) => {
  expect(await lintSummary(summary)).toEqual([])
})

test.each([
  ['create token', 'Create token'],
  ['Create Token.', 'Create token'],
  ['Create a token, then 2 more', 'Create a token then more'],
  [`Create ${'very '.repeat(20)}token`, `Create ${'very '.repeat(10).trim()}`],
])('%s is refused with a heading made of it', async (summary, right) => {
  const [problem, ...others] = await lintSummary(summary)
  expect(others).toEqual([])
  expect(problem?.message).toContain('The summary of this operation is no heading')
  expect(problem?.message).toContain(`Right: \`summary: ${right}\``)
  expect(problem?.at).toBe('paths/operation.yaml#/get/summary')
})

test.each([
  ['A token for CI, until the end of the year', []],
  ['a token for CI.', ['summary: A token for CI']],
])('the summary of an example may say more: %s', async (summary, rights) => {
  const media = `{ examples: { Some: { summary: "${summary}", value: 1 } } }`
  const operation = `get:\n  responses:\n    "200": { description: some, content: { application/json: ${media} } }`
  const problems = await lintWith('headings', documentWith(operation))
  expect(problems.map(({ message }) => message)).toEqual(
    rights.map((right) => expect.stringContaining(right)),
  )
})
