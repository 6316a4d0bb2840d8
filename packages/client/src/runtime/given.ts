import { type Attempt, RefusedError } from '../errors/index.ts'

/** What a caller gives, by name. */
export type Members = Readonly<Record<string, unknown>>

/**
 * What was given, by name: null and undefined are as good as nothing. Takes an object, pairs, or what iterates over pairs, such as
 * `Headers`.
 *
 * @throws RefusedError for anything else, such as a text, and for a name that is given twice.
 */
export function given(some: unknown, argument: string, attempt?: Partial<Attempt>): Record<string, unknown> {
  if (!some) return {}
  // biome-ignore lint/suspicious/noExplicitAny: anything is looked at below
  const all: any = some
  // What is neither holds no pairs: a promise, a signal, a text.
  const pairs: [string, unknown][] = all[Symbol.iterator]
    ? [...all]
    : / Object]/.test({}.toString.call(all))
      ? Object.entries(all)
      : [all]
  // Of two values of one name, an object would keep the last, without a word.
  if (!pairs.every(Array.isArray) || new Map(pairs).size < pairs.length)
    throw new RefusedError(argument, 'a plain object', attempt)
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined && value !== null))
}
