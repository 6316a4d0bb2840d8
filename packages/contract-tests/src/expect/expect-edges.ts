import { Mismatch } from '../errors.ts'
import type { Exchange } from '../http/exchange.ts'
import { expectErrorText } from './error-text.ts'
import { expectStatus, fail } from './expect-response.ts'

/** What HEAD comes with: the headers of GET and no body (RFC 9110, section 9.3.2). */
export function expectNoBody(exchange: Exchange): void {
  if (exchange.response.text !== '') fail(exchange, 'no body', `${exchange.response.text.length} characters`)
}

/** OPTIONS names the methods of a path and says nothing else (RFC 9110, section 9.3.7). */
export function expectOptions(exchange: Exchange, methods: readonly string[]): void {
  expectStatus(exchange, '204')
  expectAllow(exchange, methods)
}

/** A path that does not exist, whoever asks. The document describes this response for all paths at once. */
export function expectUnknownPath(exchange: Exchange): void {
  expectStatus(exchange, '404')
  expectErrorText(exchange)
}

/** Every path has OPTIONS, and each that has GET has HEAD: a server may or may not list them. */
const onEveryPath = ['HEAD', 'OPTIONS']

/** The header `Allow` lists these methods, and none that the path does not have. */
export function expectAllow(exchange: Exchange, methods: readonly string[]): void {
  const allow = exchange.response.headers.get('allow')
  const allowed = (allow ?? '').split(',').map((method) => method.trim())
  const came = allow === null ? 'no Allow' : `Allow: ${allow}`
  const missing = methods.filter((method) => !allowed.includes(method))
  if (missing.length > 0) fail(exchange, `an Allow header with ${missing.join(', ')}`, came)
  const known = [...methods, ...onEveryPath, '']
  const surplus = allowed.filter((method) => !known.includes(method))
  if (surplus.length > 0) fail(exchange, `an Allow header without ${surplus.join(', ')}`, came)
}

/** Two calls that differ in what they name alone are answered in the same way: who asks cannot tell what exists. */
export function expectAlike(one: Exchange, other: Exchange): void {
  const [first, second] = [appearance(one, other), appearance(other, one)]
  if (first === second) return
  const { operation, request } = other
  throw new Mismatch({
    operation,
    request,
    exchange: other,
    expected: `the same response as for what exists: ${first}`,
    came: second,
  })
}

/** Status, type and text, with the parts of the path that differ left out. */
function appearance(exchange: Exchange, other: Exchange): string {
  const [own, others] = [segments(exchange), segments(other)]
  const differing = own.filter((segment, place) => segment !== others[place])
  const { status, headers, text } = exchange.response
  const neutral = differing.reduce((masked, segment) => masked.replaceAll(segment, '…'), text)
  const type = headers.get('content-type') ?? 'no Content-Type'
  return `${status} ${type} ${JSON.stringify(neutral)}`
}

function segments({ request }: Exchange): readonly string[] {
  return new URL(request.url).pathname.split('/').map(decodeURIComponent)
}
