import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const documentTaking = (
  schema: string,
  parameter = '{ name: page, in: query, schema: { type: integer } }',
) => ({
  ...documentWith(
    [
      'post:',
      `  parameters: [${parameter}]`,
      '  requestBody: { content: { application/json: { schema: { $ref: ../components/schemas/Invite.yaml } } } }',
      '  responses: { "200": { description: all, content: { application/json: { schema: { type: array } } } } }',
    ].join('\n'),
  ),
  'components/schemas/Invite.yaml': schema,
})

const lintMember = (member: string, options = {}) =>
  lintWith('bounded-arrays', documentTaking(`type: object\nproperties: { emails: ${member} }`), options)

test.each([
  '{ type: array, maxItems: 10 }',
  '{ type: array, prefixItems: [{ type: string }], items: false }',
  '{ enum: [[a], [b]], type: array }',
  '{ type: string }',
  '{ type: array, readOnly: true }',
])('%s is fine, and what comes back needs no limit', async (member) => {
  expect(await lintMember(member)).toEqual([])
})

test.each([
  ['a list', '{ type: array }', 'Invite.emails', '#/properties/emails'],
  ['a list or null', "{ type: [array, 'null'] }", 'Invite.emails', '#/properties/emails'],
  [
    'a list of lists',
    '{ type: array, maxItems: 9, items: { type: array } }',
    'Invite.emails[]',
    '#/properties/emails/items',
  ],
  ['one of several', '{ anyOf: [{ type: array }] }', 'Invite.emails', '#/properties/emails/anyOf/0'],
])('%s without a limit is refused where it stands', async (_case, member, name, at) => {
  const [problem, ...others] = await lintMember(member)
  expect(others).toEqual([])
  expect(problem?.message).toContain(`${name} takes any number of items`)
  expect(problem?.message).toContain('Right: `maxItems: 100`')
  expect(problem?.at).toBe(`components/schemas/Invite.yaml${at}`)
})

test('a body and a parameter that are lists are refused', async () => {
  const parameter = '{ name: roles, in: query, schema: { type: array, items: { type: string } } }'
  const problems = await lintWith('bounded-arrays', documentTaking('type: array', parameter))
  expect(problems.map(({ message, at }) => [message.split(' takes')[0], at])).toEqual([
    ['The parameter roles', 'paths/operation.yaml#/post/parameters/0/schema'],
    ['The body', 'components/schemas/Invite.yaml#/'],
  ])
})

test('the option `unbounded` lists those that may', async () => {
  expect(await lintMember('{ type: array }', { unbounded: ['Invite.emails'] })).toEqual([])
})

test.each([
  ['a list', '{ type: array, maxItems: 9, items: { $ref: Invite.yaml } }'],
  ['an optional member', '{ $ref: Invite.yaml }'],
])('a circle of references through %s ends', async (_case, member) => {
  expect(await lintMember(member)).toEqual([])
})
