import { expect, test } from 'vitest'
import { createSecrets, maskHeader, maskMembers } from './secrets.ts'

test('masks every secret that it knows, wherever it stands', () => {
  const secrets = createSecrets()
  secrets.add('changeme')
  secrets.add('changeme-longer')
  expect(secrets.mask('{"a":"changeme","b":"changeme-longer"}')).toBe('{"a":"[secret]","b":"[secret]"}')
})

test('knows no secret that is too short to be one', () => {
  const secrets = createSecrets()
  secrets.add('')
  secrets.add('a')
  expect(secrets.mask('a text')).toBe('a text')
})

test.each([
  ['authorization', 'Bearer abc', 'Bearer [secret]'],
  ['Cookie', 'token=abc; csrf=def', 'token=[secret]; csrf=[secret]'],
  ['set-cookie', 'token=abc; Path=/; Max-Age=1', 'token=[secret]; Path=/; Max-Age=1'],
  ['content-type', 'text/plain', 'text/plain'],
])('shows %s: %s as %s', (name, value, masked) => {
  expect(maskHeader(name, value)).toBe(masked)
})

test('masks members that are secret by their name', () => {
  const body =
    '{"email":"ada@example.com","password": "pa\\"ss","token_prefix":"Qm3","password_hash":"$argon2id$"}'
  expect(maskMembers(body)).toBe(
    '{"email":"ada@example.com","password": "[secret]","token_prefix":"[secret]","password_hash":"[secret]"}',
  )
})
