import { expect, test } from 'vitest'
import { tsdoc } from './tsdoc.ts'

test('writes one short paragraph on one line', () => {
  expect(tsdoc(['Lists users.'])).toBe('/** Lists users. */\n')
})

test('separates paragraphs by an empty line and leaves empty ones out', () => {
  expect(tsdoc(['Lists users.', '', 'Members only.'], '  ')).toBe(
    ['  /**', '   * Lists users.', '   *', '   * Members only.', '   */', ''].join('\n'),
  )
})

test('wraps a long paragraph at 110 columns', () => {
  const lines = tsdoc(['word '.repeat(60)]).split('\n')
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110)
  expect(lines.join(' ').match(/word/g)).toHaveLength(60)
})

test('keeps the lines of a list', () => {
  expect(tsdoc(['- one\n- two'])).toContain(' * - one\n * - two\n')
})

test('cannot be ended by what it quotes', () => {
  expect(tsdoc(['Paths such as /users/*/tokens'])).not.toMatch(/\*\/.*\*\//s)
})

test('writes nothing where there is nothing to say', () => {
  expect(tsdoc(['', '  '])).toBe('')
})
