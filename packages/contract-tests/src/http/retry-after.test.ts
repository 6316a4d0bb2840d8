import { expect, test } from 'vitest'
import { secondsToWait } from './retry-after.ts'

const now = Date.parse('Sun, 06 Nov 1994 08:49:30 GMT')

function seconds(retryAfter: string, date?: string) {
  return secondsToWait(new Headers({ 'retry-after': retryAfter, ...(date !== undefined && { date }) }), now)
}

test.each([
  ['seconds', '120', 120],
  ['no time', '0', 0],
  ['a date', 'Sun, 06 Nov 1994 08:49:37 GMT', 7],
  ['a date in the form of RFC 850', 'Sunday, 06-Nov-94 08:49:37 GMT', 7],
  ['a date in the form of asctime', 'Sun Nov  6 08:49:37 1994', 7],
  ['a date that has passed', 'Sun, 06 Nov 1994 08:49:00 GMT', 0],
])('reads %s', (_what, value, expected) => {
  expect(seconds(value)).toBe(expected)
})

test.each([
  '',
  '-1',
  '1.5',
  '1e3',
  '+5',
  '0x10',
  '5 s',
  'soon',
  '1, 2',

  '2099-01-01T00:00:00Z',
  'Sun, 06 Nov 1994 08:49:37 +0100',
  'Sun, 06 Nov 1994 48:99:37 GMT',
])('ignores the malformed %j', (value) => {
  expect(seconds(value)).toBeUndefined()
})

test('takes nothing from a response without the header', () => {
  expect(secondsToWait(new Headers(), now)).toBeUndefined()
})

test('counts from the clock of the server, where it tells the time', () => {
  expect(seconds('Sun, 06 Nov 1994 09:00:10 GMT', 'Sun, 06 Nov 1994 09:00:00 GMT')).toBe(10)
})
