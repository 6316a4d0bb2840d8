const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
const quotedString = '"(?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\\x20-\\x7e])*"'
const domainLiteral = '\\[[\\x21-\\x5a\\x5e-\\x7e]*\\]'
const dotAtom = `${atom}(?:\\.${atom})*`
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?'
const hostName = `${label}(?:\\.${label})*`

const address = new RegExp(`^(?:${dotAtom}|${quotedString})@(?:${hostName}|${domainLiteral})$`)

/** An address without comments and folded white space (RFC 5322, section 3.4.1), at a host name (RFC 1123). */
export function isEmail(text: string): boolean {
  return address.test(text)
}

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(?:Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i

/** A date and time that exists, with its offset (RFC 3339, section 5.6). A leap second is taken for the one after it. */
export function isDateTime(text: string): boolean {
  const match = rfc3339.exec(text)
  if (!match) return false
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number)
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month)
  return isDate && hour <= 23 && minute <= 59 && second <= 60
}

function daysOf(year: number, month: number): number {
  // Day 0 of a month is the last one of the month before it.
  const lastDay = new Date(0)
  lastDay.setUTCFullYear(year, month, 0)
  return lastDay.getUTCDate()
}

/** Unicode text that every database can hold: no lone surrogate, no NUL. */
export function isText(text: string): boolean {
  return !/\p{Surrogate}|\0/u.test(text)
}
