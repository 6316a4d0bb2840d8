import type { AnyError } from '../generated/any-error.ts'
import type { Run } from './facts.ts'
import { headerOf } from './header-of.ts'
import { retryAfter } from './retry-after.ts'

/**
 * Milliseconds before the next attempt: what the server asks for, else exponential with full jitter. `Infinity` where there is none: a failure
 * that would come again, or an operation whose repetition changes something, as the document says, else by the method (RFC 9110, section
 * 9.2.2).
 */
export function delayBefore(
  { facts: { method, idempotent = method === 'GET' }, retries, baseDelay, maxDelay }: Run,
  error: AnyError,
  count: number,
): number {
  // Failures that say nothing of the request itself: another time it may end better.
  const isPassing = /network|timeout|408|429|50[234]/.test(`${error.status ?? error.kind}`)
  if (!(count < retries && idempotent && isPassing)) return Infinity
  const asked = retryAfter(headerOf(Object(error).response, 'Retry-After'))
  return asked ?? Math.random() * Math.min(maxDelay, baseDelay * 2 ** count)
}
