import { expect, test } from 'vitest'
import { isPrintableLine } from '../text/printable.ts'
import { requestText, responseText } from './exchange-text.ts'
import { createSecrets } from './secrets.ts'

const url = 'http://localhost:8000/api/users/email'

test('writes a request down', () => {
  const headers = { authorization: 'Bearer abc', 'content-type': 'application/json' }
  expect(requestText({ method: 'POST', url, headers, body: '{"password":"ada"}' })).toBe(
    `POST ${url}\nauthorization: Bearer [secret]\ncontent-type: application/json\n\n{"password":"[secret]"}`,
  )
})

test('writes down nothing that a terminal obeys, and no secret', () => {
  const secrets = createSecrets()
  secrets.add('Qm3v\u009bxTzLr8')
  const text = responseText(
    {
      status: 200,
      headers: new Headers({ 'x-a': '\u009b2J', 'x-b': 'Qm3v\u009bxTzLr8' }),
      text: 'a\u001b[2J\r\nQm3v\u009bxTzLr8\n::error::owned',
    },
    secrets.mask,
  )
  expect(text.split('\n')).toEqual([
    '200',
    'x-a: \\u009b2J',
    'x-b: [secret]',
    '',
    'a\\u001b[2J\\r',
    '[secret]',
    '\\u003a:error::owned',
  ])
})

test('is small whatever a server sends', () => {
  const headers = new Headers(Array.from({ length: 200 }, (_, number) => [`x-${number}`, 'a'.repeat(500)]))
  const text = responseText({ status: 200, headers, text: '\u001b'.repeat(8_000_000) })
  expect(text.length).toBeLessThan(20_000)
  expect(text).toMatch(/… \(7,99\d,\d{3} more characters\)$/)
  expect(text.split('\n').every(isPrintableLine)).toBe(true)
})

test.each([
  ['an endless value', `{"password":"${'a'.repeat(8_000_000)}`],
  ['many escapes', `{"password":"${'\\\\'.repeat(4_000_000)}\\`],
  ['a word of words', `"${'password'.repeat(1_000_000)}`],
  ['many quotes', '"'.repeat(8_000_000)],
  ['many names', '"token":"'.repeat(900_000)],
  ['spaces', `"token"${' '.repeat(8_000_000)}`],
])('masks %s without delay', (_what, text) => {
  const shown = responseText({ status: 200, headers: new Headers(), text })
  expect(shown.length).toBeLessThan(3_000)
  expect(shown).not.toMatch(/a{100}/)
})
