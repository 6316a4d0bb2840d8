import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const lintParameters = (parameters: string[], files: Record<string, string> = {}, pathItem: string[] = []) =>
  lintWith('path-parameters', {
    ...documentWith(
      [...pathItem, 'delete:', '  operationId: deleteToken', ...parameters, '  responses: {}'].join('\n'),
      '/tokens/{token_prefix}',
    ),
    ...files,
  })

const tokenPrefix = '{ name: token_prefix, in: path, required: true, schema: { type: string } }'

test('a parameter that the operation declares is fine', async () => {
  expect(await lintParameters([`  parameters: [${tokenPrefix}]`])).toEqual([])
})

test('a parameter that the path item declares is fine', async () => {
  expect(await lintParameters([], {}, [`parameters: [${tokenPrefix}]`])).toEqual([])
})

test('one that is not declared is reported once, with the lines to add', async () => {
  const [problem, ...others] = await lintParameters([])
  expect(others).toEqual([])
  expect(problem?.message).toContain('deleteToken does not declare the parameter token_prefix of its path')
  expect(problem?.message).toContain(`\n  parameters:\n    - ${tokenPrefix}\n`)
  expect(problem?.at).toBe('paths/operation.yaml#/delete/operationId')
})

test('a component that declares it is shown', async () => {
  const files = { 'components/parameters/TokenPrefix.yaml': 'name: token_prefix\nin: path' }
  const [problem] = await lintParameters(['  parameters: []'], files)
  expect(problem?.message).toContain('    - $ref: ../components/parameters/TokenPrefix.yaml\n')
  expect(problem?.at).toBe('paths/operation.yaml#/delete/parameters')
})

test('a misspelt name is one problem, with the name that is meant', async () => {
  const [problem, ...others] = await lintParameters([
    '  parameters: [{ name: token_prefx, in: path, required: true, schema: { type: string } }]',
  ])
  expect(others).toEqual([])
  expect(problem?.message).toContain('has no parameter token_prefx. Did you mean `token_prefix`?')
  expect(problem?.at).toBe('paths/operation.yaml#/delete/parameters/0')
})

test('what others report is not reported twice', async () => {
  const wrongs = [['  parameters:'], ['  parameters: [{ $ref: gone.yaml }]']]
  for (const wrong of wrongs) expect(await lintParameters(wrong)).toEqual([])
})
