import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const operationOf = (lines: number) => `${'# a line\n'.repeat(lines - 1)}get: { responses: {} }\n`

test('150 lines are fine', async () => {
  expect(await lintWith('file-length', documentWith(operationOf(150)))).toEqual([])
})

test('151 lines are refused', async () => {
  const [problem, ...others] = await lintWith('file-length', documentWith(operationOf(151)))
  expect(others).toEqual([])
  expect(problem?.message).toContain(
    'operation.yaml is too long to be read at once. Expected: at most 150 lines',
  )
  expect(problem?.message).toContain('Found: 151')
})

test('the option `limit` says another number', async () => {
  expect(await lintWith('file-length', documentWith(operationOf(151)), { limit: 200 })).toEqual([])
  expect(await lintWith('file-length', documentWith(operationOf(20)), { limit: 10 })).toHaveLength(1)
})

test('the root file counts too', async () => {
  const [problem] = await lintWith('file-length', documentWith('get: { responses: {} }'), { limit: 1 })
  expect(problem?.message).toContain('openapi.yaml is too long')
  expect(problem?.message).toContain('Found: 2')
})

test('the root file may list any number of paths', async () => {
  const { 'openapi.yaml': root = '', ...files } = documentWith('get: { responses: {} }')
  const paths = Array.from(
    { length: 100 },
    (_, index) => `  /users/${index}:\n    $ref: paths/operation.yaml\n`,
  )
  const document = { 'openapi.yaml': `${root}\n${paths.join('\n')}# the end\ntags: []\n`, ...files }
  expect(await lintWith('file-length', document, { limit: 4 })).toEqual([])
})
