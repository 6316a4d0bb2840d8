import type { AnyError } from '../types/error-of.ts'
import type { RetryOptions } from './call-options.ts'
import type { OperationFacts } from './facts.ts'

/** Failures that say nothing of the request itself: another time it may end better. */
const passing = /network|timeout|408|429|50[234]/

const safeMethods = /GET|HEAD|OPTIONS|TRACE/

/** Whether a repetition changes nothing more: as the document says, else by the method (RFC 9110, section 9.2.2). */
export function isIdempotent({ method, rare }: OperationFacts): boolean {
  return rare.idempotent ?? safeMethods.test(method)
}

/** Whether the same call may end better another time. */
export function isPassing({ kind, status }: AnyError): boolean {
  return passing.test(`${status ?? kind}`)
}

/** Milliseconds before the next attempt: what the server asks for, else exponential with full jitter. */
export function delayAfter(
  error: AnyError,
  retry: number,
  { baseDelay = 300, maxDelay = 10_000 }: RetryOptions,
): number {
  const asked = 'response' in error ? retryAfter(error.response.headers) : -1
  return asked >= 0 ? asked : Math.random() * Math.min(maxDelay, baseDelay * 2 ** retry)
}

/** `Retry-After` in milliseconds, from seconds or from a date (RFC 9110, section 10.2.3); NaN where there is none. */
function retryAfter(headers: Headers): number {
  const value = headers.get('Retry-After') ?? ''
  return Math.max(0, /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now())
}
