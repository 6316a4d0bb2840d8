import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const lintMember = (member: string, options = {}) =>
  lintWith(
    'bounded-strings',
    {
      ...documentWith(
        [
          'post:',
          '  requestBody:',
          '    content:',
          '      application/json: { schema: { $ref: ../components/schemas/Login.yaml } }',
          '  responses: {}',
        ].join('\n'),
      ),
      'components/schemas/Login.yaml': `type: object\nproperties:\n  email: ${member}`,
      'components/schemas/Email.yaml': 'type: string\nmaxLength: 50',
      'components/schemas/Text.yaml': 'type: string',
      'components/schemas/Address.yaml': 'type: object\nproperties: { street: { type: string } }',
    },
    options,
  )

test.each([
  '{ type: string, maxLength: 50 }',
  '{ type: string, format: date-time }',
  '{ type: string, pattern: ^a$ }',
  '{ enum: [a, b], type: string }',
  '{ type: boolean }',
  '{ $ref: Email.yaml }',
  '{ $ref: Text.yaml, maxLength: 50 }',
  '{ $ref: Login.yaml }',
])('%s is fine', async (member) => {
  expect(await lintMember(member)).toEqual([])
})

test.each([
  ['a text', '{ type: string }', 'Login.email'],
  ['a nullable text', "{ type: [string, 'null'] }", 'Login.email'],
  ['a text of an object inside', '{ $ref: Address.yaml }', 'Address.street'],
  ['a text in a list', '{ type: array, items: { type: string } }', 'Login.email[]'],
])('%s without a limit is refused', async (_case, member, name) => {
  const [problem, ...others] = await lintMember(member)
  expect(others).toEqual([])
  expect(problem?.message).toContain(`${name} takes a text of any length`)
})

test('the problem is at the text itself', async () => {
  const places = await Promise.all(
    [
      '{ type: string }',
      '{ $ref: Address.yaml }',
      '{ $ref: Text.yaml }',
      '{ $ref: Text.yaml, minLength: 1 }',
    ].map(async (member) =>
      (await lintMember(member)).map(({ at }) => at.replace('components/schemas/', '')),
    ),
  )
  expect(places.flat()).toEqual([
    'Login.yaml#/properties/email',
    'Address.yaml#/properties/street',
    'Text.yaml#/',
    'Login.yaml#/properties/email',
  ])
})

test('a member that the option names may take any text', async () => {
  expect(await lintMember('{ type: string }', { unbounded: ['Login.email'] })).toEqual([])
})

test('a text in an answer needs no limit', async () => {
  const answer =
    'get:\n  responses:\n    "200":\n      description: text\n      content: { text/plain: { schema: { type: string } } }'
  expect(await lintWith('bounded-strings', documentWith(answer))).toEqual([])
})
