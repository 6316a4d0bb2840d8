import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const bodyWith = (example: string, schema: string) =>
  [
    'get:',
    '  responses:',
    '    "200":',
    '      description: user',
    '      content:',
    '        application/json:',
    `          schema: { $ref: ../${schema} }`,
    '          examples:',
    `            ${example}: { $ref: ../components/examples/UserOrdinary.yaml }`,
  ].join('\n')

const documentOf = (schema: string, exampleKey = 'UserOrdinary') => ({
  ...documentWith(bodyWith(exampleKey, schema)),
  [schema]: 'type: object',
  'components/examples/UserOrdinary.yaml': 'value: {}',
})

test('a component in the folder of its kind with a PascalCase name is fine', async () => {
  expect(await lintWith('component-file', documentOf('components/schemas/User.yaml'))).toEqual([])
})

test.each([
  ['another casing', 'components/schemas/user.yaml'],
  ['another folder', 'components/responses/User.yaml'],
  ['a folder outside the components', 'schemas/User.yaml'],
])('%s is refused', async (_case, file) => {
  const [problem, ...others] = await lintWith('component-file', documentOf(file))
  expect(others).toEqual([])
  expect(problem?.message).toContain('Expected: a file in components/schemas/')
  expect(problem?.message).toContain('Right: `components/schemas/TruncatedToken.yaml`')
})

test('an example goes by its own name where it is used', async () => {
  const [problem] = await lintWith('component-file', documentOf('components/schemas/User.yaml', 'Ada'))
  expect(problem?.message).toContain(
    'The key Ada and the component UserOrdinary are two names for one Example',
  )
})
