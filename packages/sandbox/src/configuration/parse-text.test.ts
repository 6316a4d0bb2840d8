import { expect, test } from 'vitest'
import { parseText } from './parse-text.ts'
import type { ValuePath } from './problem.ts'

function failureOf(text: string): string {
  try {
    parseText(text, 'world.yaml')
  } catch (error) {
    return String(error)
  }
  return 'none'
}

function placeOf(text: string, path: ValuePath): string {
  const { failure } = parseText(text, 'world.yaml')
  return /world\.yaml:(\d+:\d+)/.exec(failure([{ path, message: 'wrong' }]).message)?.[1] ?? ''
}

test('reads YAML and JSON to the same value', () => {
  const value = { accounts: [{ email: 'ada@example.com' }] }
  expect(parseText('accounts:\n  - email: ada@example.com\n', 'world.yaml').value).toEqual(value)
  expect(parseText(JSON.stringify(value), 'world.json').value).toEqual(value)
})

test('takes a time for the text that it is, and a byte order mark for nothing', () => {
  expect(parseText('\uFEFFat: 2026-11-04T10:15:00Z', 'world.yaml').value).toEqual({
    at: '2026-11-04T10:15:00Z',
  })
})

test.each([
  ['a: 1\na: 2\n', 'world.yaml:2:1  this name stands twice in one map. Expected it once.'],
  ['{"a": 1, "a": 2}', 'world.yaml:1:10  this name stands twice in one map'],
  ['a: 1\n---\nb: 1\n', 'world.yaml:2:1  a second document begins here. Expected one.'],
  ['a: [1', 'world.yaml:1:6'],
  ['a: *b\n', 'world.yaml:1:4  there is no &b before *b.'],
  ['? [a]\n: b\n', 'world.yaml:1:3  a list or a map stands where a name is expected'],
  ['', 'it is empty. Expected YAML or JSON.'],
  ['# nothing\n', 'it is empty'],
  ['a: !secret b\n', 'world.yaml:1:4  Unresolved tag: !secret.'],
])('refuses %j', (text, message) => {
  expect(failureOf(text)).toContain(message)
})

test.each([
  ['- a\nb: 1\n', 1],
  ['a: 1\n b: 2\n', 1],
  ['a: !!str,x b\n', 1],
  ['a: 1\na: 2\na: 3\n', 2],
])('tells in %j each mistake once', (text, count) => {
  const lines = failureOf(text)
    .split('\n')
    .filter((line) => line.includes('world.yaml:'))
  expect([lines.length, failureOf(text)]).toEqual([
    count,
    expect.stringContaining('Nothing was written.\n\n'),
  ])
})

test('makes no mountain of aliases', () => {
  const levels = ['a: &a [1, 1, 1, 1, 1, 1, 1, 1]']
  for (const name of 'bcdefgh') {
    const before = String.fromCharCode(name.charCodeAt(0) - 1)
    levels.push(`${name}: &${name} [${Array(8).fill(`*${before}`).join(', ')}]`)
  }
  expect(failureOf(levels.join('\n'))).toContain('alias')
})

test.each<[string, ValuePath, string]>([
  ['a: 1\nb: 2\n', ['b'], '2:1'],
  ['list:\n  - name: x\n  - name: y\n', ['list', 1, 'name'], '3:5'],
  ['list:\n  - name: x\n', ['list', 0, 'missing'], '2:5'],
  ['list:\n  - name: x\n', ['missing', 3], '1:1'],
  ['base: &base { name: x }\nlist:\n  - *base\n', ['list', 0, 'name'], '1:15'],
  ['{"list":\n [{"name": 1}]}', ['list', 0, 'name'], '2:4'],
  ['12: x\n', ['12'], '1:1'],
])('says where in %j the path %j leads', (text, path, place) => {
  expect(placeOf(text, path)).toBe(place)
})

test('tells problems in the order of the file', () => {
  const { failure } = parseText('a: 1\nb: 2\n', 'world.yaml')
  const { problems, message } = failure([
    { path: ['b'], message: 'second' },
    { path: ['a'], message: 'first' },
  ])
  expect(problems.map((problem) => problem.message)).toEqual(['first', 'second'])
  expect(message).toBe(
    'world.yaml is wrong in 2 places. Nothing was written.\n\n  world.yaml:1:1  first\n  world.yaml:2:1  second',
  )
})
