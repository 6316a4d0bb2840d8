import { isDatabaseAway } from './database/failure.ts'
import { ClientAborted, Refusal } from './domain/refusal.ts'
import type { FailureKind } from './ports.ts'

/** What to do about an error that has ended a request. */
export interface Failure {
  /** What its sender is told. */
  readonly refusal: Refusal
  /** Whose fault it is; none where a rule of the API has refused the request. */
  readonly kind?: FailureKind
  /** What those who run the sandbox are told. */
  readonly report?: unknown
}

/** Tells apart what an error says: the request is refused, its sender is gone, the database is away, or the sandbox is wrong. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ClientAborted) return { refusal: error, kind: 'client-aborted' }
  if (error instanceof Refusal) return { refusal: error }
  if (isDatabaseAway(error)) {
    const refusal = new Refusal('Unavailable', 'the database does not answer', { retryAfter: 1 })
    // What is known to happen takes one line, for every request that it happens to.
    const report = error instanceof Error ? `the database does not answer: ${error.message}` : error
    return { refusal, kind: 'database-unavailable', report }
  }
  const refusal = new Refusal('Internal', 'the server has failed, and has reported why')
  return { refusal, kind: 'internal', report: error }
}
