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

test('deprecated, externalDocs, servers and callbacks have their places', async () => {
  const keys = [
    '  operationId: whoami',
    '  tags: [user]',
    '  externalDocs: { url: https://example.com/whoami }',
    '  deprecated: true',
    '  security: []',
    '  servers: []',
    '  responses: {}',
    '  callbacks: {}',
  ]
  expect(await lintWith('operation-key-order', documentWith(['get:', ...keys].join('\n')))).toEqual([])
  const [problem] = await lintWith(
    'operation-key-order',
    documentWith(
      ['get:', '  deprecated: true', ...keys.filter((key) => !key.includes('deprecated'))].join('\n'),
    ),
  )
  expect(problem?.message).toContain('Right: `operationId, tags, externalDocs, deprecated, security')
})

test.each(['x-codegen-hint', 'x-role-of-others', 'unknown'])('%s may stand anywhere', async (key) => {
  const document = documentWith(`get:\n  ${key}: some\n  operationId: whoami\n  responses: {}\n`)
  expect(await lintWith('operation-key-order', document)).toEqual([])
})
