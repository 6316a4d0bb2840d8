import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from './any-character.ts'

test('is one character, and never half of one', () => {
  fc.assert(
    fc.property(anyCharacter, (character) => {
      expect(Array.from(character)).toHaveLength(1)
      expect(character).not.toMatch(/\p{Surrogate}/u)
    }),
  )
})

test('makes the strings that trip programs up, which fast-check mixes in', () => {
  expect(fc.sample(fc.string({ unit: anyCharacter }), { numRuns: 2_000, seed: 1 })).toContain('__proto__')
})
