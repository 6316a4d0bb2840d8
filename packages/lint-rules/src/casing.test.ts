import { expect, test } from 'vitest'
import { camelCase, kebabCase, pascalCase, sentenceCase } from './casing.ts'

test.each([
  ['token_of-user', 'TokenOfUser'],
  ['Größe', 'Grosse'],
  ['Maß', 'Mass'],
  ['userEmail', 'UserEmail'],
])('%s in Pascal case is %s', (text, name) => {
  expect(pascalCase(text)).toBe(name)
})

test('a summary as an operationId, and back', () => {
  expect(camelCase('Create token')).toBe('createToken')
  expect(sentenceCase('createToken')).toBe('Create token')
})

test.each(['inviteAndDecline', 'Invite and decline', 'invite_and_decline'])('%s in kebab case', (text) => {
  expect(kebabCase(text)).toBe('invite-and-decline')
})
