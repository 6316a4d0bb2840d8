/**
 * A single value as a URL or a header holds it: a text, a number, a boolean, and a date in the format `date-time` (RFC 3339).
 *
 * @throws TypeError for anything else, which would be written as `[object Object]`.
 */
export function textOf(value: unknown): string {
  const date = Object(value)
  if (typeof date.toISOString === 'function') return date.toISOString()
  if (/number|boolean|string|bigint/.test(typeof value)) return String(value)
  throw new TypeError('not a single value')
}
