import { expect, test } from 'vitest'
import { documentWithSchema, lintWith } from '../testing/lint.ts'

const lintMember = (member: string) =>
  lintWith('described-members', {
    ...documentWithSchema(`type: object\nproperties:\n  email: ${member}`),
    'components/schemas/Email.yaml':
      'type: string\ndescription: An e-mail address.\nexamples: [ada@example.com]',
    'components/schemas/Bare.yaml': 'type: string',
  })

test.each([
  ['in place', '{ type: string, description: The e-mail., examples: [ada@example.com] }'],
  ['by reference', '{ $ref: Email.yaml }'],
  ['by a dead reference, which is another problem', '{ $ref: Nowhere.yaml }'],
  ['an object, which shows its examples member by member', '{ type: object, description: The address. }'],
])('a member with a description and an example is fine: %s', async (_case, member) => {
  expect(await lintMember(member)).toEqual([])
})

test.each([
  ['both', '{ type: string }', 'lacks description and examples'],
  ['the description', '{ type: string, examples: [ada@example.com] }', 'lacks description.'],
  ['the examples', '{ type: string, description: The e-mail. }', 'lacks examples.'],
  ['both in the schema that it refers to', '{ $ref: Bare.yaml }', 'lacks description and examples'],
])('a member that lacks %s is refused', async (_case, member, wrong) => {
  const [problem] = await lintMember(member)
  expect(problem?.message).toContain(`The member email ${wrong}`)
  expect(problem?.at).toBe('components/schemas/Some.yaml#/properties/email')
})
