import type { WrittenBody } from './facts.ts'
import { json } from './media-types.ts'

/**
 * Writes an object or a list as JSON.
 *
 * @throws TypeError for what JSON would drop or change without a word: `NaN`, `undefined` in a list, a date that is not valid, an error, a
 * function, a `Map`, a `FormData`, a promise.
 */
export function writeJson(body: unknown): WrittenBody {
  if (typeof body !== 'object') throw new TypeError()
  const text = JSON.stringify(body, function (this: Readonly<Record<string, unknown>>, name, value) {
    // What was no null and wrote itself as one is a date that is not valid.
    const tag = {}.toString.call(value ?? this[name] ?? (Array.isArray(this) ? value : null))
    if (!Number.isFinite(value) && !/ (Array|Object|String|Boolean|Null)]/.test(tag)) throw new TypeError()
    return value
  })
  return { body: text, headers: { 'content-type': json } }
}
