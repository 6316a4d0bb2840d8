import { describe, expect, test } from 'vitest'
import { isPrintableLine, printable, printableJson, printableLine } from './printable.ts'

describe('printable', () => {
  test.each([
    ['a terminal escape', '\u001b[31m', '\\u001b[31m'],
    ['a bell', '\u0007', '\\u0007'],
    ['a return to the start of the line', 'passed\rfailed', 'passed\\rfailed'],
    ['delete', '\u007f', '\\u007f'],
    ['the control sequence introducer of C1', '\u009b2J', '\\u009b2J'],
    ['an override of direction', '\u202egnp', '\\u202egnp'],
    ['an isolate', '\u2066a\u2069', '\\u2066a\\u2069'],
    ['what has no width', 'a\u200bb\ufeff', 'a\\u200bb\\ufeff'],
    ['a tag character', '\u{e0041}', '\\u{e0041}'],
    ['a line separator', '\u2028', '\\u2028'],
    ['half a surrogate pair', '\ud800', '\\ud800'],
  ])('shows %s', (_what, text, shown) => {
    expect(printable(text)).toBe(shown)
    expect(isPrintableLine(text)).toBe(false)
  })

  test.each(['Zoë ✓ 🙂 日本', '{"a": "b"}', "it's 100 %", 'a::b # c [d]'])('leaves %s as it is', (text) => {
    expect(printable(text)).toBe(text)
    expect(isPrintableLine(text)).toBe(true)
  })

  test('leaves lines and columns', () => {
    expect(printable('a\n\tb')).toBe('a\n\tb')
    expect(printableLine('a\n\tb')).toBe('a\\n\\tb')
  })

  test.each([
    ['GitHub', 'a\n  ::add-mask::b', 'a\n  \\u003a:add-mask::b'],
    ['GitHub in its older form', 'a ##[error]b', 'a \\u0023#[error]b'],
    ['Azure Pipelines', '##vso[task.complete]', '\\u0023#vso[task.complete]'],
    ['TeamCity', '##teamcity[buildStop]', '\\u0023#teamcity[buildStop]'],
  ])('leaves no command for %s', (_whose, text, shown) => {
    expect(printable(text)).toBe(shown)
  })
})

test('JSON can be written to a terminal, and says the same', () => {
  const value = { text: '\u001b[2J\u009b31m\u202e\u2028\u{e0041}\u007f🙂é' }
  const text = printableJson(value)
  expect(isPrintableLine(text)).toBe(true)
  expect(JSON.parse(text)).toEqual(value)
})
