import { expect, test } from 'vitest'
import { documentWithSchema, lintWith } from '../testing/lint.ts'

const lintMember = (member: string) =>
  lintWith('described-members', {
    ...documentWithSchema(`type: object\nproperties:\n  email: ${member}`),
    'components/schemas/Email.yaml':
      'type: string\ndescription: An e-mail address.\nexamples: [ada@example.com]',
    'components/schemas/Bare.yaml': 'type: string',
    'components/schemas/Alias.yaml': '$ref: Email.yaml',
  })

test.each([
  ['in place', '{ type: string, description: The e-mail., examples: [ada@example.com] }'],
  ['by reference', '{ $ref: Email.yaml }'],
  ['beside a reference', '{ $ref: Bare.yaml, description: The e-mail., examples: [ada@example.com] }'],
  ['by reference to a reference', '{ $ref: Alias.yaml }'],
  ['by a dead reference, which is another problem', '{ $ref: Nowhere.yaml }'],
  ['an object, which shows its examples member by member', '{ type: object, description: The address. }'],
])('a member with a description and an example is fine: %s', async (_case, member) => {
  expect(await lintMember(member)).toEqual([])
})

test.each([
  ['both', '{ type: string }', 'lacks description and examples'],
  ['the description', '{ type: string, examples: [ada@example.com] }', 'lacks description.'],
  ['the examples', '{ type: string, description: The e-mail. }', 'lacks examples.'],
  ['the examples beside a reference', '{ $ref: Bare.yaml, description: The e-mail. }', 'lacks examples.'],
])('a member that lacks %s is refused', async (_case, member, wrong) => {
  const [problem] = await lintMember(member)
  expect(problem?.message).toContain(`The member email ${wrong}`)
  expect(problem?.at).toBe('components/schemas/Some.yaml#/properties/email')
})

test('a schema that lacks it is reported itself, once for all members that refer to it', async () => {
  const problems = await lintWith('described-members', {
    ...documentWithSchema('type: object\nproperties: { one: { $ref: Bare.yaml }, two: { $ref: Bare.yaml } }'),
    'components/schemas/Bare.yaml': 'type: string',
  })
  expect(problems.map(({ at }) => at)).toEqual(['components/schemas/Bare.yaml#/'])
})

test.each([
  ['{ type: boolean }', 'examples:\n    - true\n'],
  ['{ type: string, format: uuid }', 'examples:\n    - 0b8e3c1e-'],
  ['{ enum: [admin, member] }', 'examples:\n    - admin\n'],
  ['{ type: array, items: { type: integer } }', 'examples:\n    - - 1\n'],
])('the right example is a value of %s', async (member, example) => {
  const [problem] = await lintMember(member)
  expect(problem?.message.replaceAll('\n  ', '\n')).toContain(example.replaceAll('\n  ', '\n'))
})
