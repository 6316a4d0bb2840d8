import type { Exchange } from '../http/exchange.ts'
import { expectErrorText } from './error-text.ts'
import { expectAllow } from './expect-edges.ts'
import { expectStatus } from './expect-response.ts'

/**
 * A known path with a method that it does not have: 405 with an `Allow` that lists those it has.
 *
 * @see RFC 9110, section 15.5.6. The document describes this response for all operations at once, not for each.
 */
export function expectMethodNotAllowed(exchange: Exchange, methods: readonly string[]): void {
  expectStatus(exchange, '405')
  expectAllow(exchange, methods)
  expectErrorText(exchange)
}
