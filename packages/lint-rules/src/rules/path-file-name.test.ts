import { expect, test } from 'vitest'
import { lintWith } from '../testing/lint.ts'

const documentIn = (file: string) => ({
  'openapi.yaml': [
    'openapi: 3.1.1',
    'info: { title: Small, version: 0.0.0 }',
    'paths:',
    '  /w/{workspace}/users/list:',
    `    $ref: ${file}`,
  ].join('\n'),
  [file]: 'get: { responses: {} }',
})

test('a file that is named like its URL is fine', async () => {
  expect(await lintWith('path-file-name', documentIn('paths/w_{workspace}_users_list.yaml'))).toEqual([])
})

test.each([
  ['another name', 'paths/listUsers.yaml'],
  ['lost braces', 'paths/w_workspace_users_list.yaml'],
  ['another folder', 'operations/w_{workspace}_users_list.yaml'],
])('%s is refused, with the right name', async (_case, file) => {
  const [problem] = await lintWith('path-file-name', documentIn(file))
  expect(problem?.at).toBe('openapi.yaml#/paths/~1w~1{workspace}~1users~1list')
  expect(problem?.message).toContain('Right: `$ref: paths/w_{workspace}_users_list.yaml`')
  expect(problem?.message).toContain(`Found: ${file}.`)
})

test('a path item that is written in the index is refused', async () => {
  const { 'openapi.yaml': root } = documentIn('paths/some.yaml')
  const inline = { 'openapi.yaml': `${root?.split('    $ref')[0]}    get: { responses: {} }` }
  const [problem] = await lintWith('path-file-name', inline)
  expect(problem?.message).toContain('is not in the file that its URL names')
})

test('a webhook and a callback have no URL and no such file', async () => {
  const webhook = 'webhooks:\n  tokenCreated: { post: { responses: {} } }'
  const { 'openapi.yaml': root, ...files } = documentIn('paths/w_{workspace}_users_list.yaml')
  expect(await lintWith('path-file-name', { 'openapi.yaml': `${root}\n${webhook}`, ...files })).toEqual([])
})
