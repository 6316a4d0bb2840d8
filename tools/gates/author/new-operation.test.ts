import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newOperation } from '../../src/new/new-operation.ts'
import { copyDocument, type DocumentCopy } from './document-copy.ts'

let document: DocumentCopy & AsyncDisposable

beforeAll(async () => {
  document = await copyDocument()
})

beforeEach(() => document.restore())

afterAll(() => document[Symbol.asyncDispose]())

const start = (method: string, path: string, id?: string) =>
  newOperation(document.folder, { method, path, ...(id && { id }) })

test('a new operation is a draft, in a file named like its path', async () => {
  expect(await start('get', '/users/tokens/count', 'countTokens')).toEqual({
    operationId: 'countTokens',
    files: ['paths/users_tokens_count.yaml', 'openapi.yaml'],
  })
  expect(await document.read('paths/users_tokens_count.yaml')).toContain('  x-draft: true\n')
})

test('the lint has nothing to say about it, whatever it takes', async () => {
  await start('post', '/w/{workspace}/groups/{group}/rename')
  await start('put', '/users/settings')
  // beside another method of its path
  await start('delete', '/users/settings')
  expect(await document.lint()).toEqual([])
})

test('its path is put in its place in the index', async () => {
  await start('get', '/users/tokens/count')
  expect(await document.read('openapi.yaml')).toContain(
    [
      '    $ref: paths/users_setpassword.yaml',
      '  /users/tokens/count:',
      '    $ref: paths/users_tokens_count.yaml',
      '  /users/tokens/create:',
    ].join('\n'),
  )
})

test.each([
  [
    'a call that is there',
    'get',
    '/users/tokens/list',
    undefined,
    'has GET /users/tokens/list already: listTokens',
  ],
  ['a name that is taken', 'get', '/users/tokens/count', 'listTokens', 'has an operation listTokens'],
  [
    'a path without a slash',
    'get',
    'users/tokens',
    undefined,
    '"users/tokens" is not a path. Start it with a slash',
  ],
  [
    'a name of two words',
    'get',
    '/users/tokens/count',
    'count tokens',
    '"count tokens" is not a name in camelCase',
  ],
])('refuses %s, and writes nothing', async (_case, method, path, id, message) => {
  const before = await document.read('openapi.yaml')
  await expect(start(method, path, id)).rejects.toThrow(message)
  expect(await document.read('openapi.yaml')).toBe(before)
})
