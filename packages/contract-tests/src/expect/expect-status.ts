import { differ, type ObservedExchange, stop } from './observation.ts'

/** Whether a status is one that the document writes as `200`, `4XX` or `default`. */
export function matchesStatus(status: number, pattern: string): boolean {
  return pattern === 'default' || new RegExp(`^${pattern.replaceAll(/x/gi, '\\d')}$`).test(String(status))
}

/**
 * Holds a response to one of these statuses. A status of the same kind is recorded and the check goes on; where a call was
 * refused instead of accepted, or the other way round, there is nothing more to see.
 */
export function expectStatus(exchange: ObservedExchange, ...patterns: readonly string[]): void {
  const { status } = exchange.response
  if (patterns.some((pattern) => matchesStatus(status, pattern))) return
  const difference = {
    observation: 'status',
    expected: patterns.join(' or '),
    actual: String(status),
    pointers: patterns.map((pattern) => `responses/${pattern}`),
  }
  const isSameKind = patterns.some((pattern) => kindOf(Number(pattern[0]) * 100) === kindOf(status))
  if (!isSameKind) stop(exchange, difference)
  differ(exchange, difference)
}

/** A 500 accepts nothing and refuses nothing. */
function kindOf(status: number): 'accepted' | 'redirected' | 'refused' | 'failed' {
  if (status < 300) return 'accepted'
  if (status < 400) return 'redirected'
  return status < 500 ? 'refused' : 'failed'
}
