import { expect, test } from 'vitest'
import { addMilliseconds, isDateTime, parseDateTime } from './date-time.ts'

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

test.each([
  '2027-01-01T00:00:00Z',
  '2027-01-01t00:00:00z',
  '2027-01-01T00:00:00.123456789Z',
  '2027-01-01T00:00:00+05:30',
  '2027-01-01T00:00:00-00:00',
  '2028-02-29T23:59:59Z',
  '2016-12-31T23:59:60Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999Z',
  '9999-12-31T21:59:60-01:00',
])('%s is a date and time', (text) => expect(isDateTime(text)).toBe(true))

test.each([
  '2027-01-01',
  '2027-01-01T00:00:00',
  '2027-01-01 00:00:00Z',
  '2027-1-1T00:00:00Z',
  '2027-13-01T00:00:00Z',
  '2027-00-01T00:00:00Z',
  '2027-02-29T00:00:00Z',
  '1900-02-29T00:00:00Z',
  '2027-01-01T24:00:00Z',
  '2027-01-01T00:60:00Z',
  '2027-01-01T00:00:61Z',
  '2027-01-01T00:00:00+24:00',
  '2027-01-01T00:00:00+0530',
  '+002027-01-01T00:00:00Z',
  '1798761600',
  '0000-12-31T23:59:59Z',
  '0001-01-01T00:00:00+00:01',
  '9999-12-31T23:59:60Z',
  '9999-12-31T23:59:59-00:01',
])('%s is none', (text) => expect(isDateTime(text)).toBe(false))

test('what is none has no moment', () => {
  expect(() => parseDateTime('9999-12-31T23:59:60Z')).toThrow(
    'expected a date and time of the years 0001 to 9999',
  )
})

test('a sum stays in the calendar', () => {
  const end = new Date('9999-12-30T00:00:00Z')
  expect(addMilliseconds(end, 1000).toISOString()).toBe('9999-12-30T00:00:01.000Z')
  expect(addMilliseconds(end, 1e12).toISOString()).toBe('9999-12-31T23:59:59.999Z')
  expect(addMilliseconds(new Date('0001-01-01T00:00:00Z'), -1).toISOString()).toBe('0001-01-01T00:00:00.000Z')
})
