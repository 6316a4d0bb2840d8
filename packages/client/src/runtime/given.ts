import { type Attempt, RefusedError } from '../errors/index.ts'

/**
 * What was given, by name: null and undefined are as good as nothing. Takes an object, pairs, or what iterates over pairs, such as
 * `Headers`.
 *
 * @throws RefusedError for anything else, such as a text.
 */
export function given(some: unknown, argument: string, attempt?: Partial<Attempt>): Record<string, unknown> {
  const all = some || {}
  if (typeof all !== 'object') throw new RefusedError(argument, 'a plain object', attempt)
  const pairs: [string, unknown][] = Symbol.iterator in all ? [...(all as never)] : Object.entries(all)
  return Object.fromEntries(
    pairs.flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, value]])),
  )
}
