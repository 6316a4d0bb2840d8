const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(?:Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i

/** The calendar of RFC 3339, in UTC, which has years of four digits. A database may hold more, and nobody could read it back. */
const firstMoment = Date.parse('0001-01-01T00:00:00.000Z')
const lastMoment = Date.parse('9999-12-31T23:59:59.999Z')

/** Whether a text is a date and time that exists, with its offset (RFC 3339, section 5.6), in the years 0001 to 9999 of UTC. */
export function isDateTime(text: string): boolean {
  return momentOf(text) !== undefined
}

/**
 * The moment that a date and time says, to the millisecond. A leap second, which no `Date` can hold, is the second after it.
 *
 * @throws RangeError where the text is not a date and time by `isDateTime`.
 */
export function parseDateTime(text: string): Date {
  const moment = momentOf(text)
  if (moment === undefined) throw new RangeError('expected a date and time of the years 0001 to 9999')
  return new Date(moment)
}

/** A moment before or after another, within the calendar. */
export function addMilliseconds(moment: Date, milliseconds: number): Date {
  return new Date(Math.min(Math.max(moment.getTime() + milliseconds, firstMoment), lastMoment))
}

function momentOf(text: string): number | undefined {
  const match = rfc3339.exec(text)
  if (!match) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number)
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month)
  if (!isDate || hour > 23 || minute > 59 || second > 60) return undefined
  const withoutLeap = text.toUpperCase().replace(/(:\d\d):60/, '$1:59')
  const moment = Date.parse(withoutLeap) + (second === 60 ? 1000 : 0)
  return moment >= firstMoment && moment <= lastMoment ? moment : undefined
}

function daysOf(year: number, month: number): number {
  // Day 0 of a month is the last one of the month before it.
  const lastDay = new Date(0)
  lastDay.setUTCFullYear(year, month, 0)
  return lastDay.getUTCDate()
}
