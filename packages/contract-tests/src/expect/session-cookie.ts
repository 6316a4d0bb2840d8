import { differ, type ObservedExchange } from './observation.ts'

/**
 * The token of the body also comes as a cookie that scripts cannot read, that other sites do not send along, and that
 * lives as long as the session: 3 days.
 */
export function setsSessionCookie(exchange: ObservedExchange): void {
  const cookie = findCookie(exchange, 'token')
  if (!cookie) {
    record(exchange, { expected: 'present', actual: 'absent' })
    return
  }
  if (cookie.value !== exchange.response.text)
    record(exchange, { part: 'value', expected: 'the token of the body', actual: 'another value' })
  expectAttribute(exchange, cookie, 'Path', '/')
  expectAttribute(exchange, cookie, 'HttpOnly', '')
  expectAttribute(exchange, cookie, 'SameSite', 'Lax')
  // Where the API is reached by https, the cookie must not travel without.
  if (exchange.request.url.startsWith('https:')) expectAttribute(exchange, cookie, 'Secure', '')
  expectLifetime(exchange, cookie, 3 * 24 * 60 * 60)
}

/** The session cookie is emptied and over at once, in the place where it was set. */
export function clearsSessionCookie(exchange: ObservedExchange): void {
  const cookie = findCookie(exchange, 'token')
  if (!cookie) {
    record(exchange, { expected: 'present', actual: 'absent' })
    return
  }
  if (cookie.value !== '') record(exchange, { part: 'value', expected: 'empty', actual: 'a value' })
  expectAttribute(exchange, cookie, 'Path', '/')
  if (!(lifetimeOf(exchange, cookie) <= 0))
    record(exchange, { part: 'lifetime', expected: 'over', actual: 'not over' })
}

/** Cookies of other names are none of this API: a proxy may set them. */
export function setsNoSessionCookie(exchange: ObservedExchange): void {
  const cookie = findCookie(exchange, 'token')
  if (cookie && cookie.value !== '') record(exchange, { expected: 'absent', actual: 'present' })
}

interface Cookie {
  readonly name: string
  readonly value: string
  /** By lower-case name; a flag has an empty value. */
  readonly attributes: ReadonlyMap<string, string>
}

function findCookie(exchange: ObservedExchange, name: string): Cookie | undefined {
  const cookies = exchange.response.headers.getSetCookie().map(parseCookie)
  return cookies.find((cookie) => cookie.name === name)
}

function parseCookie(line: string): Cookie {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const [name, value] = splitPair(pair)
  const read = attributes.map((attribute): [string, string] => {
    const [key, content] = splitPair(attribute)
    return [key.toLowerCase(), content]
  })
  return { name, value, attributes: new Map(read) }
}

function splitPair(pair: string): [string, string] {
  const [name = '', ...value] = pair.split('=')
  return [name, value.join('=')]
}

function expectAttribute(
  exchange: ObservedExchange,
  { attributes }: Cookie,
  name: string,
  expected: string,
): void {
  const actual = attributes.get(name.toLowerCase())
  if (actual?.toLowerCase() === expected.toLowerCase()) return
  record(exchange, { part: name, expected: expected || 'present', actual: actual ?? 'absent' })
}

/** In seconds; `Max-Age` wins over `Expires` (RFC 6265, section 5.3). */
function lifetimeOf({ response }: ObservedExchange, { attributes }: Cookie): number {
  const maxAge = attributes.get('max-age')
  if (maxAge !== undefined) return Number(maxAge)
  const answeredAt = Date.parse(response.headers.get('date') ?? '') || Date.now()
  return (Date.parse(attributes.get('expires') ?? '') - answeredAt) / 1000
}

/** A minute of clock difference is nobody's fault. */
function expectLifetime(exchange: ObservedExchange, cookie: Cookie, seconds: number): void {
  const actual = lifetimeOf(exchange, cookie)
  if (Math.abs(actual - seconds) <= 60) return
  record(exchange, {
    part: 'lifetime',
    expected: describeLife(seconds),
    actual: Number.isNaN(actual) ? 'none' : describeLife(actual),
  })
}

/** In a unit that is the same in each run. */
function describeLife(seconds: number): string {
  const hours = Math.round(seconds / 360) / 10
  const [count, unit] = hours >= 1 ? [hours, 'hour'] : [Math.round(seconds / 60), 'minute']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

interface CookieDifference {
  readonly part?: string
  readonly expected: string
  readonly actual: string
}

function record(exchange: ObservedExchange, { part, expected, actual }: CookieDifference): void {
  differ(exchange, {
    rule: 'session-cookie',
    observation: part === undefined ? 'cookie token' : `cookie token ${part}`,
    expected,
    actual,
    pointers: [
      `responses/${exchange.response.status}/headers/Set-Cookie`,
      `responses/${exchange.response.status}`,
    ],
  })
}
