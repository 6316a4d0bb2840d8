import { expect, test } from 'vitest'
import { isDateTime, isEmail, isText } from './formats.ts'

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

test.each([
  '2027-01-01T00:00:00Z',
  '2027-01-01t00:00:00z',
  '2027-01-01T00:00:00.123456789Z',
  '2027-01-01T00:00:00+05:30',
  '2027-01-01T00:00:00-00:00',
  '2028-02-29T23:59:59Z',
  '2016-12-31T23:59:60Z',
  '0001-01-01T00:00:00Z',
])('%s is a date and time', (text) => expect(isDateTime(text)).toBe(true))

test.each([
  '2027-01-01',
  '2027-01-01T00:00:00',
  '2027-01-01 00:00:00Z',
  '2027-1-1T00:00:00Z',
  '2027-13-01T00:00:00Z',
  '2027-00-01T00:00:00Z',
  '2027-02-29T00:00:00Z',
  '1900-02-29T00:00:00Z',
  '2027-01-01T24:00:00Z',
  '2027-01-01T00:60:00Z',
  '2027-01-01T00:00:61Z',
  '2027-01-01T00:00:00+24:00',
  '2027-01-01T00:00:00+0530',
  '+002027-01-01T00:00:00Z',
  '1798761600',
])('%s is none', (text) => expect(isDateTime(text)).toBe(false))

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
