import { expect, test } from 'vitest'
import { camelCase, pascalCase, sentenceCase } from './casing.ts'

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
