import { expect, test } from 'vitest'
import { printable } from './printable.ts'

test('escapes what a terminal would obey, and keeps lines and tabs', () => {
  expect(printable('a\u001b[2Jb\u0007c\rd\u009be\n\tf')).toBe('a%1B[2Jb%07c%0Dd%C2%9Be\n\tf')
})

test('escapes what turns the direction of a text around', () => {
  expect(printable('user\u202enimda')).toBe('user%E2%80%AEnimda')
})

test('escapes what Unicode takes for a control or a mark of direction, and nothing else', () => {
  const all = Array.from({ length: 0x10_000 }, (_, code) => String.fromCharCode(code))
  const escaped = all.filter((character) => printable(character) !== character)
  expect(escaped).toEqual(all.filter((character) => /(?![\n\t])[\p{Cc}\p{Bidi_C}]/u.test(character)))
})

test('keeps every other character', () => {
  expect(printable('Ada 100 % élève 🌍 \ud800')).toBe('Ada 100 % élève 🌍 \ud800')
})

test('cuts what is long', () => {
  expect(printable('x'.repeat(10_000))).toHaveLength(4096)
  expect(printable('\u202e'.repeat(10_000))).toHaveLength(4096)
})
