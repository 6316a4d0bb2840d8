/**
 * Writes an object or a list as JSON.
 *
 * @throws TypeError for what JSON would drop or change without a word: `NaN`, a `Map`, a `FormData`, a promise. All but `NaN` have a tag.
 */
export function writeJson(body: unknown): string {
  if (typeof body !== 'object') throw new TypeError()
  return JSON.stringify(body, (_, value) => {
    if (Object(value)[Symbol.toStringTag] || Number.isNaN(value)) throw new TypeError()
    return value
  })
}
