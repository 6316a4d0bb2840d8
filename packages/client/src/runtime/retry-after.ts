/**
 * Milliseconds that a `Retry-After` header asks to wait, from seconds or from a date (RFC 9110, section 10.2.3); `undefined` if it is
 * malformed, or a date that has passed: a clock that is slow must not make anybody come back at once.
 */
export function retryAfter(value: string): number | undefined {
  if (/^\d+$/.test(value)) return Number(value) * 1000
  // The three forms of an HTTP date (RFC 9110, section 5.6.7). The last one has no time zone, and means UTC as well.
  if (/:\d+ (GMT|\d+)$/.test(value)) {
    const wait = Date.parse(value.replace(/( GMT)?$/, ' GMT')) - Date.now()
    if (wait > 0) return wait
  }
  return
}
