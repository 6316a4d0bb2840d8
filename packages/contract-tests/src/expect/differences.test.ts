import { describe, expect, test } from 'vitest'
import { differences } from './differences.ts'

function linesOf(expected: unknown, actual: unknown): readonly string[] {
  return differences(expected, actual).map((each) => `${each.place}: ${each.expected} -> ${each.actual}`)
}

test.each([
  [null, null],
  [
    { a: 1, b: [{ c: 2, d: 3 }] },
    { b: [{ d: 3, c: 2 }], a: 1 },
  ],
  [[], []],
  ['ada', 'ada'],
])('%j is the same as %j', (expected, actual) => {
  expect(differences(expected, actual)).toEqual([])
})

describe('names the place of a difference', () => {
  test('in nested objects', () => {
    expect(linesOf({ a: { b: true } }, { a: { b: false } })).toEqual(['/a/b: true -> false'])
  })

  test('of properties that are missing or added', () => {
    expect(linesOf({ a: 1 }, { b: null })).toEqual(['/a: 1 -> absent', '/b: absent -> null'])
  })

  test('with 0 for every index, and once for all items that differ in the same way', () => {
    const expected = [{ admin: true }, { admin: true }, { admin: false }]
    const actual = [{ admin: false }, { admin: false }, { admin: false }]
    expect(linesOf(expected, actual)).toEqual(['/0/admin: true -> false'])
  })
})

describe('tells lists apart', () => {
  test('by their order', () => {
    expect(linesOf({ tokens: [1, 2] }, { tokens: [2, 1] })).toEqual(['/tokens: this order -> another order'])
  })

  test.each([
    ['items that are missing', ['a', 'b'], ['b'], [': every item -> items are missing']],
    ['items that are added', ['a'], ['a', 'b'], [': no other item -> items are added']],
    ['an item that is there twice', ['a'], ['a', 'a'], [': no other item -> items are added']],
    [
      'both',
      ['a', 'b', 'c'],
      ['c', 'd'],
      [': every item -> items are missing', ': no other item -> items are added'],
    ],
  ])('by %s', (_what, expected, actual, lines) => {
    expect(linesOf(expected, actual)).toEqual(lines)
  })
})

describe('says how a text differs, not what it says', () => {
  test.each([
    [' ada ', 'ada', 'the text without the white space around it'],
    ['Ada', 'ada', 'the text in lower case'],
    ['Ada', 'ADA', 'the text in upper case'],
    ['aDa', 'AdA', 'the text in another case'],
    ['e\u0301', '\u00e9', 'the text in another Unicode normalization form'],
    ['\u00e9', 'e\u0301', 'the text in another Unicode normalization form'],
    ['ada', '', 'an empty text'],
    ['Ada Lovelace', 'Ada', 'the beginning of the text'],
    ['ada@example.com', 'grace@example.com', 'another text'],
  ])('%j -> %j', (expected, actual, words) => {
    expect(differences(expected, actual)).toEqual([{ place: '', expected: 'the same text', actual: words }])
  })
})

test.each([
  ['ada', undefined, 'a text', 'absent'],
  ['', null, 'an empty text', 'null'],
  [[], {}, 'an array', 'an object'],
  [1, '1', '1', 'a text'],
  [false, 0, 'false', '0'],
])('says of which kind %j and %j are', (one, other, expected, actual) => {
  expect(differences(one, other)).toEqual([{ place: '', expected, actual }])
})

describe('says by how many minutes two times differ', () => {
  const noon = new Date('2026-11-23T12:00:00Z')

  test.each([
    ['2026-11-23T14:00:10Z', '120 minutes later'],
    ['2026-11-23T11:30:00Z', '30 minutes earlier'],
    ['2026-11-23T12:00:20Z', 'another time of the same minute'],
    ['soon', 'no time'],
  ])('%s', (text, actual) => {
    expect(differences(noon, new Date(text))).toEqual([{ place: '', expected: 'the same time', actual }])
  })

  test('nothing where they are the same', () => {
    expect(differences(noon, new Date('2026-11-23T13:00:00+01:00'))).toEqual([])
  })
})
