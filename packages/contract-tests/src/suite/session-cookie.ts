import type { Exchange } from '../http/exchange.ts'
import { fail } from './expect-answer.ts'

/**
 * The token of the body also comes as a cookie that scripts cannot read, that other sites do not send along, and that
 * lives as long as the session: 3 days.
 */
export function setsSessionCookie(exchange: Exchange): void {
  const cookie = requireCookie(exchange, 'token')
  if (cookie.value !== exchange.answer.text)
    fail(exchange, 'a cookie with the token of the body', 'another value')
  expectAttribute(exchange, cookie, 'path', '/')
  expectAttribute(exchange, cookie, 'httponly', '')
  expectAttribute(exchange, cookie, 'samesite', 'lax')
  expectLifetime(exchange, cookie, 3 * 24 * 60 * 60)
}

interface Cookie {
  readonly name: string
  readonly value: string
  /** By lower-case name; a flag has an empty value. */
  readonly attributes: ReadonlyMap<string, string>
}

function requireCookie(exchange: Exchange, name: string): Cookie {
  const cookies = exchange.answer.headers.getSetCookie().map(parseCookie)
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

/** `Max-Age` wins over `Expires` (RFC 6265, section 5.3). A minute of clock difference is nobody's fault. */
function expectLifetime(exchange: Exchange, { attributes }: Cookie, seconds: number): void {
  const maxAge = attributes.get('max-age')
  const expires = attributes.get('expires')
  const answeredAt = Date.parse(exchange.answer.headers.get('date') ?? '') || Date.now()
  const came = maxAge === undefined ? (Date.parse(expires ?? '') - answeredAt) / 1000 : Number(maxAge)
  if (Math.abs(came - seconds) <= 60) return
  fail(
    exchange,
    `a session cookie that lives ${seconds} seconds`,
    Number.isNaN(came) ? 'no life' : `${Math.round(came)} seconds`,
  )
}
