import { essenceOf } from '../http/media-type.ts'
import { expectErrorText } from './error-text.ts'
import { expectStatus } from './expect-status.ts'
import { differ, type ObservedExchange } from './observation.ts'

/** What HEAD comes with: the headers of GET and no body (RFC 9110, section 9.3.2). */
export function expectNoBody(exchange: ObservedExchange): void {
  if (exchange.response.text === '') return
  differ(exchange, { observation: 'body of HEAD', expected: 'no body', actual: 'a body' })
}

/** OPTIONS names the methods of a path and says nothing else (RFC 9110, section 9.3.7). */
export function expectOptions(exchange: ObservedExchange, methods: readonly string[]): void {
  expectStatus(exchange, '204')
  expectAllow(exchange, methods)
}

/** A path that does not exist, whoever asks. The document describes this response for all paths at once. */
export function expectUnknownPath(exchange: ObservedExchange): void {
  expectStatus(exchange, '404')
  expectErrorText(exchange)
}

/**
 * A known path with a method that it does not have: 405 with an `Allow` that lists those it has.
 *
 * @see RFC 9110, section 15.5.6. The document describes this response for all operations at once, not for each.
 */
export function expectMethodNotAllowed(exchange: ObservedExchange, methods: readonly string[]): void {
  expectStatus(exchange, '405')
  // With another status there is nothing that the header would say.
  if (exchange.response.status === 405) expectAllow(exchange, methods)
  expectErrorText(exchange)
}

/** Every path has OPTIONS, and each that has GET has HEAD: a server may or may not list them. */
const onEveryPath = ['HEAD', 'OPTIONS']

/** The header `Allow` lists these methods, and none that the path does not have. */
export function expectAllow(exchange: ObservedExchange, methods: readonly string[]): void {
  const allow = exchange.response.headers.get('allow')
  const observed = { rule: 'method-not-allowed', observation: 'header Allow' } as const
  if (allow === null) {
    differ(exchange, { ...observed, expected: 'the methods of the path', actual: 'absent' })
    return
  }
  const allowed = allow.split(',').map((method) => method.trim())
  const missing = methods.filter((method) => !allowed.includes(method))
  const surplus = allowed.filter((method) => ![...methods, ...onEveryPath, ''].includes(method))
  for (const [expected, actual, found] of [
    ['the methods of the path', `without ${missing.join(', ')}`, missing],
    ['no other method', `with ${surplus.join(', ')}`, surplus],
  ] as const)
    if (found.length > 0) differ(exchange, { ...observed, expected, actual })
}

/** Two calls that differ in what they name alone have the same response: who asks cannot tell what exists. */
export function expectAlike(one: ObservedExchange, other: ObservedExchange): void {
  const [first, second] = [appearance(one, other), appearance(other, one)]
  const parts = ['status', 'header Content-Type', 'body'] as const
  const part = parts.find((each) => first[each] !== second[each])
  if (part === undefined) return
  differ(other, {
    observation: `${part}, whether it exists or not`,
    expected: 'the same',
    actual: part === 'status' ? `${first.status} if it exists, ${second.status} if not` : 'another',
  })
}

/** Status, type and text, with the parts of the path that differ left out. */
function appearance(exchange: ObservedExchange, other: ObservedExchange) {
  const [own, others] = [segments(exchange), segments(other)]
  const differing = own.filter((segment, place) => segment !== others[place])
  const { status, headers, text } = exchange.response
  return {
    status: String(status),
    'header Content-Type': essenceOf(headers.get('content-type')),
    body: differing.reduce((masked, segment) => masked.replaceAll(segment, '…'), text),
  }
}

function segments({ request }: ObservedExchange): readonly string[] {
  return new URL(request.url).pathname.split('/').map(decodeURIComponent)
}
