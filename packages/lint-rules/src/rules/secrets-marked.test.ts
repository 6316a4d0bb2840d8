import { expect, test } from 'vitest'
import { documentWithSchema, lintWith } from '../testing/lint.ts'

const lintMember = (name: string, member: string) =>
  lintWith('secrets-marked', {
    ...documentWithSchema(`type: object\nproperties:\n  ${name}: ${member}`),
    'components/schemas/Token.yaml': 'type: string\nx-secret: true',
    'components/schemas/Text.yaml': 'type: string',
  })

test.each([
  ['password', '{ type: string, x-secret: true }'],
  ['access_token', '{ $ref: Token.yaml }'],
  ['password', '{ $ref: Text.yaml, x-secret: true }'],
  ['token_prefix', '{ type: string }'],
  ['tokens', '{ type: integer }'],
  ['email', '{ type: string }'],
])('%s as %s is fine', async (name, member) => {
  expect(await lintMember(name, member)).toEqual([])
})

test.each(['password', 'token', 'access_token', 'client_secret', 'password_hash', 'code', 'state'])(
  '%s without the mark of a secret is refused',
  async (name) => {
    const [problem] = await lintMember(name, '{ type: string }')
    expect(problem?.message).toContain(`The member ${name} would be logged`)
    expect(problem?.message).toContain('Right: `x-secret: true`')
    expect(problem?.at).toBe(`components/schemas/Some.yaml#/properties/${name}`)
  },
)
