import { expect, test } from 'vitest'
import { documentWith, documentWithSchema, lintWith } from '../testing/lint.ts'

const lintOperation = (...keys: string[]) =>
  lintWith(
    'deprecation',
    documentWith(
      [
        'get:',
        '  operationId: whoami',
        ...keys.map((key) => `  ${key}`),
        '  responses: {}',
        'post:',
        '  operationId: listUsers',
        '  responses: {}',
      ].join('\n'),
    ),
  )

const lintMember = (...keys: string[]) =>
  lintWith(
    'deprecation',
    documentWithSchema(
      [
        'type: object',
        'properties:',
        '  name: { type: string }',
        '  label:',
        ...keys.map((key) => `    ${key}`),
      ].join('\n'),
    ),
  )

test.each([
  [
    [
      'deprecated: true',
      'x-deprecated-since: 2026-11-01',
      'x-replaced-by: listUsers',
      'x-sunset: 2027-05-01',
    ],
  ],
  [['deprecated: true', 'x-deprecated-since: 2026-11-01', 'x-deprecated-reason: Nobody called it.']],
  [['deprecated: false']],
])('an operation with %j is fine', async (keys) => {
  expect(await lintOperation(...keys)).toEqual([])
})

test.each([
  [
    ['deprecated: true', 'x-replaced-by: listUsers'],
    'A deprecated operation lacks x-deprecated-since',
    'deprecated',
  ],
  [
    ['deprecated: true', 'x-deprecated-since: 2026-11-01'],
    'Callers are not told what to do instead',
    'deprecated',
  ],
  [['x-sunset: 2027-05-01'], 'x-sunset says nothing of what is not deprecated', 'x-sunset'],
])('an operation with %j is told what it lacks', async (keys, wrong, place) => {
  const [problem, ...others] = await lintOperation(...keys)
  expect(others).toEqual([])
  expect(problem?.message).toContain(wrong)
  expect(problem?.at).toBe(`paths/operation.yaml#/get/${place}`)
})

const whole = ['deprecated: true', 'x-deprecated-reason: Nobody called it.']

test.each([
  ['x-deprecated-since: 2026-11-31', 'x-deprecated-since is no day'],
  ['x-deprecated-since: last autumn', 'Right: `x-deprecated-since: 2027-05-01`'],
])('%s is no day', async (key, message) => {
  const [problem, ...others] = await lintOperation(...whole, key)
  expect(others).toEqual([])
  expect(problem?.message).toContain(message)
})

test('what stops before it is deprecated is refused', async () => {
  const [problem] = await lintOperation(...whole, 'x-deprecated-since: 2026-11-01', 'x-sunset: 2026-10-01')
  expect(problem?.message).toContain('Expected: a day after 2026-11-01. Right: `x-sunset: 2027-11-01`')
})

test.each([
  ['listUser', 'Did you mean `listUsers`?'],
  ['whoami', 'whoami is no operation that lasts'],
])('an operation is not replaced by %s', async (replacement, message) => {
  const since = 'x-deprecated-since: 2026-11-01'
  const [problem, ...others] = await lintOperation('deprecated: true', since, `x-replaced-by: ${replacement}`)
  expect(others).toEqual([])
  expect(problem?.message).toContain(message)
  expect(problem?.at).toBe('paths/operation.yaml#/get/x-replaced-by')
})

test('a parameter is replaced by another one of its operation', async () => {
  const lintParameters = (replacement: string) =>
    lintOperation(
      'parameters:',
      '  - { name: page, in: query, schema: { type: integer } }',
      `  - { name: offset, in: query, schema: { type: integer }, deprecated: true, x-replaced-by: ${replacement} }`,
    )
  expect(await lintParameters('page')).toEqual([])
  const [problem, ...others] = await lintParameters('pages')
  expect(others).toEqual([])
  expect(problem?.message).toContain('pages is no other parameter of the operation. Did you mean `page`?')
})

test('a member is replaced by another one of its object, or says why not', async () => {
  expect(await lintMember('deprecated: true', 'x-replaced-by: name')).toEqual([])
  const [unknown] = await lintMember('deprecated: true', 'x-replaced-by: nam')
  expect(unknown?.message).toContain('nam is no other member of the object. Did you mean `name`?')
  expect(unknown?.at).toBe('components/schemas/Some.yaml#/properties/label/x-replaced-by')
  const [silent] = await lintMember('deprecated: true')
  expect(silent?.message).toContain('Callers are not told what to do instead')
})

test('a schema is replaced by another one', async () => {
  const document = documentWithSchema('type: string\ndeprecated: true\nx-replaced-by: Other')
  const [problem, ...others] = await lintWith('deprecation', document)
  expect(others).toEqual([])
  expect(problem?.message).toContain('Other is no schema')
})

test('a deprecated value is one of the enumeration, and has a reason', async () => {
  const lintValues = (values: string) => lintMember('enum: [guest, member]', `x-enum-deprecated: ${values}`)
  expect(await lintValues('{ guest: Use `member`. }')).toEqual([])
  const [unknown] = await lintValues('{ gest: Use `member`. }')
  expect(unknown?.message).toContain('gest is no value of the enumeration')
  const [silent] = await lintValues('{ guest: "" }')
  expect(silent?.message).toContain('The deprecated value guest has no reason')
})
