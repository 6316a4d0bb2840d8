import type { Exchange } from '../http/exchange.ts'
import { fail } from './expect-response.ts'

/**
 * The token of the body also comes as a cookie that scripts cannot read, that other sites do not send along, and that
 * lives as long as the session: 3 days.
 */
export function setsSessionCookie(exchange: Exchange): void {
  const cookie = requireCookie(exchange, 'token')
  if (cookie.value !== exchange.response.text)
    fail(exchange, 'a cookie with the token of the body', 'another value')
  expectAttribute(exchange, cookie, 'path', '/')
  expectAttribute(exchange, cookie, 'httponly', '')
  expectAttribute(exchange, cookie, 'samesite', 'lax')
  // Where the API is reached by https, the cookie must not travel without.
  if (exchange.request.url.startsWith('https:')) expectAttribute(exchange, cookie, 'secure', '')
  expectLifetime(exchange, cookie, 3 * 24 * 60 * 60)
}

/** The session cookie is emptied and over at once, in the place where it was set. */
export function clearsSessionCookie(exchange: Exchange): void {
  const cookie = requireCookie(exchange, 'token')
  if (cookie.value !== '') fail(exchange, 'an empty session cookie', 'one with a value')
  expectAttribute(exchange, cookie, 'path', '/')
  const life = lifetimeOf(exchange, cookie)
  if (!(life <= 0))
    fail(exchange, 'a session cookie that is over', `one that lives ${Math.round(life)} seconds`)
}

/** Cookies of other names are none of this API: a proxy may set them. */
export function setsNoSessionCookie(exchange: Exchange): void {
  const cookies = exchange.response.headers.getSetCookie().map(parseCookie)
  if (cookies.some(({ name }) => name === 'token')) fail(exchange, 'no session cookie', 'one')
}

interface Cookie {
  readonly name: string
  readonly value: string
  /** By lower-case name; a flag has an empty value. */
  readonly attributes: ReadonlyMap<string, string>
}

function requireCookie(exchange: Exchange, name: string): Cookie {
  const cookies = exchange.response.headers.getSetCookie().map(parseCookie)
  return (
    cookies.find((cookie) => cookie.name === name) ??
    fail(exchange, `a cookie "${name}"`, 'none of that name')
  )
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

function expectAttribute(exchange: Exchange, { attributes }: Cookie, name: string, value: string): void {
  const came = attributes.get(name)
  if (came?.toLowerCase() === value) return
  const wanted = value === '' ? name : `${name}=${value}`
  fail(exchange, `a session cookie with ${wanted}`, came === undefined ? `no ${name}` : `${name}=${came}`)
}

/** In seconds; `Max-Age` wins over `Expires` (RFC 6265, section 5.3). */
function lifetimeOf({ response }: Exchange, { attributes }: Cookie): number {
  const maxAge = attributes.get('max-age')
  if (maxAge !== undefined) return Number(maxAge)
  const answeredAt = Date.parse(response.headers.get('date') ?? '') || Date.now()
  return (Date.parse(attributes.get('expires') ?? '') - answeredAt) / 1000
}

/** A minute of clock difference is nobody's fault. */
function expectLifetime(exchange: Exchange, cookie: Cookie, seconds: number): void {
  const came = lifetimeOf(exchange, cookie)
  if (Math.abs(came - seconds) <= 60) return
  fail(
    exchange,
    `a session cookie that lives ${seconds} seconds`,
    Number.isNaN(came) ? 'no life' : `${Math.round(came)} seconds`,
  )
}
