import { type Attempt, RefusedError } from '../errors/index.ts'

/**
 * A single value as a URL or a header holds it: a text, a number, a boolean, or what writes itself in JSON as one:
 * a date in the format `date-time` (RFC 3339), a `URL`.
 *
 * @throws RefusedError for anything else, which would be written as `[object Object]`.
 */
export function textOf(name: string, value: unknown, attempt?: Attempt): string {
  const single = Object(value).toJSON?.() ?? value ?? {}
  // A string, a boolean, a bigint: no symbol.
  if (/^(st|b)/.test(typeof single) || Number.isFinite(single)) return String(single)
  throw new RefusedError(name, 'text, number or Date', attempt)
}
