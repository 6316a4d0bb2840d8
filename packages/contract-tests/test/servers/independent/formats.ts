const atom = String.raw`[\w!#$%&'*+/=?^\`{|}~-]+`
const quoted = String.raw`"(?:[ !#-[\]-~]|\\[ -~])*"`
const host = String.raw`[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?`
const address = new RegExp(
  String.raw`^(?:${atom}(?:\.${atom})*|${quoted})@(?:${host}(?:\.${host})*|\[[!-Z^-~]*\])$`,
)

/** An e-mail address (RFC 5322, section 3.4.1), without comments and folded white space. */
export function isEmail(value: string): boolean {
  return address.test(value)
}

/** Text without NUL and lone surrogates. */
export function isText(value: string): boolean {
  return !/\p{Surrogate}|\0/u.test(value)
}

/** The length in code points. */
export function lengthOf(value: string): number {
  return [...value].length
}

const dateTime =
  /^(?<date>\d{4}-\d\d-\d\d)t(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d):(?<second>[0-5]\d|60)(?<fraction>\.\d+)?(?:z|(?<sign>[+-])(?<hours>[01]\d|2[0-3]):(?<minutes>[0-5]\d))$/i

/** A date and time with its offset (RFC 3339, section 5.6), or undefined. A leap second is the second after it. */
export function parseDateTime(value: string): Date | undefined {
  const parts = dateTime.exec(value)?.groups
  if (!parts) return undefined
  const midnight = new Date(`${parts['date']}T00:00:00Z`)
  // A day such as 30 February rolls over to another, or is none at all.
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(parts['date'] ?? ''))
    return undefined
  const number = (name: string) => Number(parts[name] ?? 0)
  const offset = (number('hours') * 60 + number('minutes')) * (parts['sign'] === '-' ? -1 : 1)
  const seconds = number('hour') * 3600 + (number('minute') - offset) * 60 + number('second')
  return new Date(midnight.getTime() + seconds * 1000 + Math.floor(number('fraction') * 1000))
}
