/** A piece of a text, marked where it has a word that was searched. */
export interface Piece {
  readonly text: string
  readonly isMarked: boolean
}

/** How many characters an excerpt has, more or less. */
const length = 180

/** The part of a text where the first of the words stands, cut into pieces. */
export function excerptOf(text: string, words: readonly string[]): Piece[] {
  const pattern = patternOf(words)
  const first = pattern ? text.search(pattern) : 0
  const start = first <= length / 3 ? 0 : text.lastIndexOf(' ', first - length / 3) + 1
  const end = text.length - start <= length ? text.length : text.lastIndexOf(' ', start + length)
  const part = `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`
  if (!pattern) return [{ text: part, isMarked: false }]
  return part
    .split(pattern)
    .map((piece, index) => ({ text: piece, isMarked: index % 2 === 1 }))
    .filter(({ text: piece }) => piece !== '')
}

/** Splitting by it keeps the words, at each second place. */
function patternOf(words: readonly string[]): RegExp | undefined {
  const escaped = words
    .filter((word) => word.length > 1)
    .map((word) => word.replaceAll(/[^\p{L}\p{N}_]/gu, '\\$&'))
  return escaped.length === 0 ? undefined : new RegExp(`\\b(${escaped.join('|')})`, 'giu')
}
