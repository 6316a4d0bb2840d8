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
  ['another alphabet of words', 'components/schemas/user-.yaml'],
  ['another folder', 'components/responses/User.yaml'],
  ['a folder outside the components', 'schemas/User.yaml'],
])('%s is refused', async (_case, file) => {
  const [problem, ...others] = await lintWith('component-file', documentOf(file))
  expect(others).toEqual([])
  expect(problem?.message).toContain('Expected: a file in components/schemas/')
  expect(problem?.message).toContain('Right: `components/schemas/User.yaml`')
})

test('a name with characters that OpenAPI does not allow is refused with the reason', async () => {
  const [problem, ...others] = await lintWith('component-file', documentOf('components/schemas/Größe.yaml'))
  expect(others).toEqual([])
  expect(problem?.message).toContain('The name Größe has characters that no component may have')
  expect(problem?.message).toContain('Expected: ^[a-zA-Z0-9._-]+$, as OpenAPI has it, and here PascalCase')
  expect(problem?.message).toContain('Right: `components/schemas/Grosse.yaml`')
})

test('a wrong name is reported once, however often it is referred to', async () => {
  const problems = await lintWith('component-file', {
    ...documentOf('components/schemas/User.yaml'),
    'components/schemas/User.yaml': 'properties: { a: { $ref: name.yaml }, b: { $ref: name.yaml } }',
    'components/schemas/name.yaml': 'type: string',
  })
  expect(problems).toHaveLength(1)
})

test('components of every kind that OpenAPI has may be used', async () => {
  const operation = [
    'post:',
    '  requestBody: { $ref: ../components/requestBodies/NewToken.yaml }',
    '  responses: {}',
    '  callbacks: { created: { $ref: ../components/callbacks/TokenCreated.yaml } }',
  ]
  const document = {
    ...documentWith(operation.join('\n')),
    'components/requestBodies/NewToken.yaml': 'content: {}',
    'components/callbacks/TokenCreated.yaml': '"{$request.body#/url}": { $ref: ../pathItems/Seen.yaml }',
    'components/pathItems/Seen.yaml': 'post: { responses: {} }',
  }
  const rules = ['component-file', 'no-orphan-files', 'path-file-name', 'operation-keys', 'required-answers']
  const problems = (await Promise.all(rules.map((rule) => lintWith(rule, document)))).flat()
  expect(problems.filter(({ at }) => at.includes('components/'))).toEqual([])
})

test('an example goes by its own name where it is used', async () => {
  const [problem] = await lintWith('component-file', documentOf('components/schemas/User.yaml', 'Ada'))
  expect(problem?.message).toContain(
    'The key Ada and the component UserOrdinary are two names for one Example',
  )
})
