/** The moment that an RFC 3339 text says. A leap second, which no `Date` can hold, is the second after it. */
export function parseDateTime(text: string): Date {
  const upperCase = text.toUpperCase()
  const withoutLeap = upperCase.replace(/(:\d\d):60/, '$1:59')
  const moment = new Date(withoutLeap)
  return withoutLeap === upperCase ? moment : new Date(moment.getTime() + 1000)
}
