import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

test('keys in the expected order are fine, whichever are there', async () => {
  const document = documentWith('get:\n  operationId: whoami\n  x-role: user\n  responses: {}\n')
  expect(await lintWith('operation-key-order', document)).toEqual([])
})

test('a key that comes too early is named, with the right order', async () => {
  const document = documentWith('get:\n  x-role: user\n  operationId: whoami\n  responses: {}\n')
  const [problem, ...others] = await lintWith('operation-key-order', document)
  expect(others).toEqual([])
  expect(problem?.at).toBe('paths/operation.yaml#/get/x-role')
  expect(problem?.message).toContain('The key x-role is out of order')
  expect(problem?.message).toContain('Right: `operationId, x-role, responses`')
})

test('a key that is none of an operation is refused', async () => {
  const document = documentWith('get:\n  operationId: whoami\n  x-rôle: user\n  responses: {}\n')
  const problems = await lintWith('operation-key-order', document)
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('x-rôle is no key of an operation'),
  ])
})
