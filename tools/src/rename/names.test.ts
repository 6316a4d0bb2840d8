import { expect, test } from 'vitest'
import { checkNames, identifiers, withNewNames } from './names.ts'

const operation = { kind: 'operation', from: 'listTokens', to: 'listAccessTokens' } as const

test('an operation is renamed with what generators make of its name', () => {
  const text = 'listTokens(api); listTokensQuery; useListTokens(); type A = ListTokensAnswers; `listTokens`'
  expect(withNewNames(text, identifiers(operation))).toBe(
    'listAccessTokens(api); listAccessTokensQuery; useListAccessTokens(); type A = ListAccessTokensAnswers; `listAccessTokens`',
  )
})

test('an operation whose name only begins alike keeps it', () => {
  const text = 'listTokensAsSuperAdmin, officialListTokens, list_tokens, listTokens2'
  expect(withNewNames(text, identifiers(operation))).toBe(text)
})

test('a schema is renamed as a whole word', () => {
  const names = identifiers({ kind: 'schema', from: 'TruncatedToken', to: 'TokenPreview' })
  expect(withNewNames('$ref: ../schemas/TruncatedToken.yaml # TruncatedTokens', names)).toBe(
    '$ref: ../schemas/TokenPreview.yaml # TruncatedTokens',
  )
})

test.each([
  ['not in camelCase', { ...operation, to: 'List tokens' }, 'Choose one such as listAccessTokens'],
  ['that it has', { ...operation, to: 'listTokens' }, 'has that name already'],
  ['of a word', { ...operation, from: 'login' }, '"login" is also a word of texts'],
  [
    'of a schema in small letters',
    { kind: 'schema', from: 'NewToken', to: 'token' } as const,
    'Choose one such as TokenPreview',
  ],
])('a name %s is refused', (_case, renaming, message) => {
  expect(() => checkNames(renaming)).toThrow(message)
})
