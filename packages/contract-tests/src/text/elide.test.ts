import { expect, test } from 'vitest'
import { elide } from './elide.ts'
import { showLine, showText } from './show.ts'

test('says how much of a long text is left out', () => {
  expect(elide('a'.repeat(1_048_576), 1000)).toBe(`${'a'.repeat(1000)}… (1,047,576 more characters)`)
})

test('leaves a text as it is that is not too long', () => {
  expect(elide('abc', 3)).toBe('abc')
})

test('leaves no part of a word, which may be a secret', () => {
  expect(elide('token Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX', 20)).toBe('token … (32 more characters)')
  expect(elide('token Qm3v ended', 10)).toBe('token Qm3v… (6 more characters)')
})

test('splits no character', () => {
  expect(elide('🙂🙂', 1)).toBe('… (4 more characters)')
  expect(elide('- 🙂🙂', 3)).toBe('- … (4 more characters)')
})

test('shows what was sent, escaped and elided', () => {
  expect(showText('\u001b[2J\nmore and more', 5)).toBe('\\u001b[2J\n… (13 more characters)')
  expect(showLine('a\nb', 10)).toBe('a\\nb')
})
