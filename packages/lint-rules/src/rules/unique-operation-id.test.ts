import { expect, test } from 'vitest'
import { lintWith } from '../testing/lint.ts'

const documentOf = (list: string, create: string) => ({
  'openapi.yaml': [
    'openapi: 3.1.1',
    'info: { title: Small, version: 0.0.0 }',
    'paths:',
    '  /tokens/list: { $ref: paths/tokens_list.yaml }',
    '  /tokens/create: { $ref: paths/tokens_create.yaml }',
  ].join('\n'),
  'paths/tokens_list.yaml': `get: { ${list}, responses: {} }`,
  'paths/tokens_create.yaml': `post: { ${create}, responses: {} }`,
})

test('two names are fine', async () => {
  const document = documentOf('operationId: listTokens', 'operationId: createToken')
  expect(await lintWith('unique-operation-id', document)).toEqual([])
})

test.each([
  ['the second', 'listTokens', 'tokens_create', 'tokens_list', 'post', 'get', 'createToken'],
  ['the first', 'createToken', 'tokens_list', 'tokens_create', 'get', 'post', 'listTokens'],
])('%s of two is reported where its summary says so', async (...[, id, file, other, method, of, right]) => {
  const document = documentOf(
    `operationId: ${id}, summary: List tokens`,
    `operationId: ${id}, summary: Create token`,
  )
  const [problem, ...others] = await lintWith('unique-operation-id', document)
  expect(others).toEqual([])
  expect(problem?.message).toContain(
    `Two operations are called ${id}: this one, and \`${of}\` of ${other}.yaml`,
  )
  expect(problem?.message).toContain(`Right: \`operationId: ${right}\``)
  expect(problem?.at).toBe(`paths/${file}.yaml#/${method}/operationId`)
})

test('without summaries the name is taken from the file', async () => {
  const [problem] = await lintWith(
    'unique-operation-id',
    documentOf('operationId: same', 'operationId: same'),
  )
  expect(problem?.message).toContain('Right: `operationId: postTokensCreate`')
})
