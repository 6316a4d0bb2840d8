import type { Exchange } from '../http/exchange.ts'
import { expectErrorText } from './error-text.ts'
import { expectStatus, fail } from './expect-answer.ts'

/**
 * A known path with a method that it does not have: 405 with an `Allow` that lists those it has.
 *
 * @see RFC 9110, section 15.5.6. The document describes this answer for all operations at once, not for each.
 */
export function expectMethodNotAllowed(exchange: Exchange, methods: readonly string[]): void {
  expectStatus(exchange, '405')
  const allow = exchange.answer.headers.get('allow')
  const allowed = (allow ?? '').split(',').map((method) => method.trim())
  const missing = methods.filter((method) => !allowed.includes(method))
  if (missing.length > 0)
    fail(
      exchange,
      `an Allow header with ${missing.join(', ')}`,
      allow === null ? 'no Allow' : `Allow: ${allow}`,
    )
  if (allowed.includes(exchange.request.method)) {
    fail(exchange, `an Allow header without ${exchange.request.method}`, `Allow: ${allow}`)
  }
  expectErrorText(exchange)
}
