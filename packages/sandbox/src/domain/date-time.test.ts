import { expect, test } from 'vitest'
import { parseDateTime } from './date-time.ts'

test.each([
  ['2027-01-01T00:00:00Z', '2027-01-01T00:00:00.000Z'],
  ['2027-01-01t00:00:00z', '2027-01-01T00:00:00.000Z'],
  ['2027-01-01T02:30:00.5+02:30', '2027-01-01T00:00:00.500Z'],
  ['2027-01-01T00:00:00.123456789Z', '2027-01-01T00:00:00.123Z'],
  ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
  ['2016-12-31T23:59:60.25Z', '2017-01-01T00:00:00.250Z'],
])('%s is %s', (text, expected) => {
  expect(parseDateTime(text).toISOString()).toBe(expected)
})
