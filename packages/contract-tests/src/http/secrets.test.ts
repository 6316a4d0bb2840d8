import { expect, test } from 'vitest'
import { createSecrets, maskBody, maskHeader } from './secrets.ts'

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
  ['location', 'http://a/b?code=1&state=2&x=3', 'http://a/b?code=[secret]&state=[secret]&x=3'],
  ['content-type', 'text/plain', 'text/plain'],
])('shows %s: %s as %s', (name, value, masked) => {
  expect(maskHeader(name, value)).toBe(masked)
})

test('masks members that are secret by their name, and no others', () => {
  const body =
    '{"email":"a@b.cd","password": "pa\\"ss","token_prefix":"Qm3vK9xTzL","password_hash":"$argon2id$","code":1}'
  expect(maskBody(body)).toBe(
    '{"email":"a@b.cd","password": "[secret]","token_prefix":"Qm3vK9xTzL","password_hash":"[secret]","code":1}',
  )
})

test('masks a body that is a token, whether it is known or not', () => {
  expect(maskBody('Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX')).toBe('[secret]')
  expect(maskBody('token Qm3vK9xTzL deleted')).toBe('token Qm3vK9xTzL deleted')
})
