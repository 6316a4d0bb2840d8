import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const complete = [
  '  operationId: createToken',
  '  summary: Create token',
  '  description: Creates a token.',
  '  x-role: user',
  '  security: [{ bearerAuth: [] }]',
  '  responses: {}',
]

const without = (key: string, ...more: string[]) => [
  'post:',
  ...complete.filter((line) => !line.startsWith(`  ${key}:`)),
  ...more,
]

const lintLines = (lines: string[], url = '/users/tokens/create') =>
  lintWith('operation-keys', documentWith(lines.join('\n'), url))

test('an operation that has all keys is fine', async () => {
  expect(await lintLines(['post:', ...complete])).toEqual([])
})

test.each([
  ['operationId', 'operationId: postUsersTokensCreate'],
  ['summary', 'summary: Create token'],
  ['x-role', 'x-role: user'],
  ['security', 'security: []'],
])('an operation without %s is shown one that fits', async (key, right) => {
  const [problem, ...others] = await lintLines(without(key))
  expect(others).toEqual([])
  expect(problem?.message).toContain(`lacks ${key}`)
  expect(problem?.message).toContain(`Right: \`${right}\``)
})

test('the role that is shown fits the path', async () => {
  const [problem] = await lintLines(without('x-role'), '/w/{workspace}/tokens')
  expect(problem?.message).toContain('Right: `x-role: member`')
})

test('several keys that are missing are one problem, at the id of the operation', async () => {
  const lines = ['post:', '  operationId: createToken', '  x-role: user', '  security: []', '  responses: {}']
  const [problem, ...others] = await lintLines(lines)
  expect(others).toEqual([])
  expect(problem?.message).toContain('createToken lacks summary, description')
  expect(problem?.at).toBe('paths/operation.yaml#/post/operationId')
})

test('a misspelt key of OpenAPI is left to `struct`', async () => {
  expect(await lintLines(without('summary', '  summery: Create token'))).toEqual([])
})

test('a misspelt extension is named, since nothing else would', async () => {
  const [problem] = await lintLines(without('x-role', '  x-rol: user'))
  expect(problem?.message).toContain('Found: `x-rol`')
})

test('the option `required` lists other keys', async () => {
  const document = documentWith('get:\n  responses: {}')
  const [problem] = await lintWith('operation-keys', document, { required: ['tags'] })
  expect(problem?.message).toContain('lacks tags')
})

test('what a callback does is called by the server and needs no role', async () => {
  const callback =
    '  callbacks: { created: { "{$request.body#/url}": { post: { responses: { "200": { description: seen } } } } } }'
  expect(await lintLines(['post:', ...complete, callback])).toEqual([])
})
