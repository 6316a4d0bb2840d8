import { expect, test } from 'vitest'
import { isEmail, isText } from './formats.ts'

test.each([
  'ada@example.com',
  'ada.lovelace+analytical@example.co.uk',
  "!#$%&'*+/=?^_`{|}~-@example.com",
  '"ada lovelace"@example.com',
  '"ada\\"lovelace"@example.com',
  'ada@localhost',
  'ada@[192.0.2.1]',
  'ada@xn--bcher-kva.example',
])('%s is an e-mail address', (text) => expect(isEmail(text)).toBe(true))

test.each([
  '',
  'ada',
  '@example.com',
  'ada@',
  'ada@@example.com',
  'ada lovelace@example.com',
  '.ada@example.com',
  'ada.@example.com',
  'ada..lovelace@example.com',
  'ada@-example.com',
  'ada@example-.com',
  'ada@example..com',
  'ada@example.com ',
  'ada@example.com\n',
  'ädä@example.com',
  '"ada@example.com',
  '<ada@example.com>',
])('%j is none', (text) => expect(isEmail(text)).toBe(false))

test('text is Unicode without NUL and without half a character', () => {
  expect(['', 'Ada', '🔑', 'a\u0000', 'a\ud83d', '\udd11'].map(isText)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})
