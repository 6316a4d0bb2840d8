/** How much of a text is shown, in characters. Reports stay readable, and small, whatever a server sends. */
export const longest = {
  /** A value in a sentence. */
  value: 300,
  /** An error message. */
  message: 4_000,
  /** A URL, or a header. */
  line: 1_000,
  /** All headers of one message together. */
  headers: 4_000,
  /** A body in a finding. */
  body: 2_000,
  /** A body in the record of all calls. */
  recordedBody: 10_000,
} as const

/** A cut leaves no part of a word, which may be a secret, unless the word is longer than any secret. */
const longestSecret = 128

/**
 * The text, or its beginning and how much is left out: the rest of the text, and `omitted` characters that followed it.
 *
 * @example
 * ```ts
 * elide('a'.repeat(1_048_576), 4) // 'aaaa… (1,048,572 more characters)'
 * ```
 */
export function elide(text: string, limit: number, omitted = 0): string {
  if (text.length <= limit && omitted === 0) return text
  const kept = wholeWords(text, limit)
  return `${kept}… (${count(text.length - kept.length + omitted)} more characters)`
}

/** A whole number as people write it: `1,048,576`. */
export function count(number: number): string {
  return number.toLocaleString('en-US')
}

function wholeWords(text: string, limit: number): string {
  const beginning = text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')
  if (/^\W/.test(text.slice(beginning.length, limit + 1))) return beginning
  const word = /\w*$/.exec(beginning.slice(-longestSecret - 1))?.[0] ?? ''
  return word.length > longestSecret ? beginning : beginning.slice(0, beginning.length - word.length)
}
