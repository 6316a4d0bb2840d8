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

test('knows a secret as it stands in JSON and in a URL, and with a line break after it', () => {
  const secrets = createSecrets()
  secrets.add('say "a/b"\n')
  expect(secrets.mask(JSON.stringify({ a: 'say "a/b"' }))).toBe('{"a":"[secret]"}')
  expect(secrets.mask(`/x/${encodeURIComponent('say "a/b"')}`)).toBe('/x/[secret]')
})

test('does not mistake a page of text for a secret', () => {
  const secrets = createSecrets()
  secrets.add('<p>'.repeat(1000))
  expect(secrets.mask('<p>'.repeat(1000))).toContain('<p>')
})

test.each(['Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX\n', '"Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX"', '{"token":"Qm3vK9x'])(
  'masks a token that differs in its form: %j',
  (text) => {
    expect(maskBody(text)).not.toContain('Qm3v')
  },
)

test('masks an Authorization header without a scheme', () => {
  expect(maskHeader('Authorization', 'Qm3vK9xTzLr8')).toBe('[secret]')
})
