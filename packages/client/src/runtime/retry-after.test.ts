import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { retryAfter } from './retry-after.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('Sun, 06 Nov 1994 08:49:30 GMT') })
})
afterEach(() => vi.useRealTimers())

test.each([
  ['0', 0],
  ['120', 120_000],
  ['99999999999999999999', 1e23],
  ['Sun, 06 Nov 1994 08:49:37 GMT', 7000],
  ['Sunday, 06-Nov-94 08:49:37 GMT', 7000],
  ['Sun Nov  6 08:49:37 1994', 7000],
])('reads %j', (header, milliseconds) => {
  expect(retryAfter(header)).toBe(milliseconds)
})

test.each([
  '',
  '-5',
  '1.5',
  '1e3',
  '+7',
  '"120"',
  '120, 120',
  '120;x',
  'soon',
  'Infinity',
  '1994-11-06T08:49:37Z',
  'Sun, 06 Nov 1994 08:49:37',
  'Sun, 99 Foo 1994 08:49:37 GMT',
  'Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT',
])('finds nothing in %j, so that the usual pause is made', (header) => {
  expect(retryAfter(header)).toBeUndefined()
})

test('takes a date that has passed for nothing, because the clock may be slow', () => {
  expect(retryAfter('Sun, 06 Nov 1994 08:49:29 GMT')).toBeUndefined()
})
