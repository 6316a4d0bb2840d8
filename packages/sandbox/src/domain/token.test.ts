import { expect, test } from 'vitest'
import { makeToken, prefixOf } from './token.ts'

test('makes 32 letters and digits', () => {
  expect(makeToken((length) => crypto.getRandomValues(new Uint8Array(length)))).toMatch(/^[A-Za-z0-9]{32}$/)
})

test('favours no character: bytes that do not divide evenly are passed over', () => {
  let next = 240
  const token = makeToken((length) => Uint8Array.from({ length }, () => next++ % 256))
  // 240 to 247 are the last eight that count, 248 to 255 are passed over, then it begins again at 0.
  expect(token.slice(0, 10)).toBe('23456789AB')
})

test('shows ten characters of it', () => {
  expect(prefixOf('Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX')).toBe('Qm3vK9xTzL')
})
