/**
 * Writes an object or a list as JSON.
 *
 * @throws TypeError for what JSON would drop or change without a word: `NaN`, a date that is not valid, a `Map`, a `FormData`, a promise. All
 * but the first two have a tag.
 */
export function writeJson(body: unknown): string {
  if (typeof body !== 'object') throw new TypeError()
  return JSON.stringify(body, function (this: Readonly<Record<string, unknown>>, name, value) {
    // What was no null and wrote itself as one is a date that is not valid.
    const isLost = Number.isNaN(value) || (value === null && this[name])
    if (isLost || Object(value)[Symbol.toStringTag]) throw new TypeError()
    return value
  })
}
