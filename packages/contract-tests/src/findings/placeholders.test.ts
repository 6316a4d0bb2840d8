import { expect, test } from 'vitest'
import { withPlaceholders } from './placeholders.ts'

test.each([
  ['user contract-3f6c1c1e-4-user@example.com added', 'user <e-mail> added'],
  ['Ada.Lovelace+lab@mail.example.co.uk', '<e-mail>'],
  ['contract-user-12 is taken', '<username> is taken'],
  ['no workspace contract-3f6c1c1e-12', 'no workspace <workspace>'],
  ['id 3F6c1c1e-0000-4abc-8def-0123456789ab', 'id <uuid>'],
  ['2026-11-23T12:00:00.123456Z', '<time>'],
  ['2026-11-23 13:00:00+01:00', '<time>'],
  ['Mon, 23 Nov 2026 12:00:00 GMT', '<time>'],
  ['Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX', '<token>'],
  ['Bearer [secret]', 'Bearer <secret>'],
  ['a@b.cd and c@d.ef', '<e-mail> and <e-mail>'],
])('writes %j as %j', (text, stable) => {
  expect(withPlaceholders(text)).toBe(stable)
})

test.each([
  '201',
  'application/json',
  '"no-store"',
  'one of ["admin","member"]',
  'more than 8 times as long',
  '2026-11-23',
])('leaves %j as it is', (text) => {
  expect(withPlaceholders(text)).toBe(text)
})

test('cuts a long text off', () => {
  expect(withPlaceholders('no '.repeat(40))).toBe('no '.repeat(40))
  expect(withPlaceholders('no '.repeat(41))).toBe(`${'no '.repeat(40)}…`)
})

test('cuts off after the placeholders are in, so that the rest is the same in every run', () => {
  const text = (name: string) => `${name}@example.com ${'x '.repeat(80)}`
  expect(withPlaceholders(text('ada'))).toBe(withPlaceholders(text('katherine')))
})
