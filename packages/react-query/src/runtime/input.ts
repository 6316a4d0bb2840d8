import type { SkipToken } from '@tanstack/react-query'
import { RefusedError } from '@windmill-user-api/client'
import { isSkipped } from './skipped.ts'

/**
 * The input of a query as its key has it: nothing given is an empty one.
 *
 * @throws RefusedError for what a key cannot tell apart, because it is the same JSON: `URLSearchParams`, a `Map`, or a list of bytes.
 */
export function keyable<Input extends object>(
  input: Input | SkipToken | null | undefined,
): Input | SkipToken {
  // All of it is optional where it may be omitted.
  const given = input ?? ({} as Input)
  if (isSkipped(given) || (tagOf(given) === 'Object' && isPlain(given))) return given
  throw new RefusedError('input', 'a plain object')
}

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return typeof value !== 'bigint'
  return ['Object', 'Array'].includes(tagOf(value)) && Object.values(value).every(isPlain)
}

/** Also of an object of another realm, such as a frame. */
function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}
