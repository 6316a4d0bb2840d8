import fc from 'fast-check'

const surrogates = { first: 0xd800, count: 0x800 }
const last = 0x10ffff

/**
 * Any character of Unicode. That of fast-check's own strings is the same, and begins with a table of them all, which takes
 * longer than most runs of one operation.
 */
export const anyCharacter = fc.integer({ min: 0, max: last - surrogates.count }).map(toCharacter, toNumber)

function toCharacter(number: number): string {
  return String.fromCodePoint(number < surrogates.first ? number : number + surrogates.count)
}

function toNumber(character: unknown): number {
  const [only, ...more] = typeof character === 'string' ? character : ''
  const point = only?.codePointAt(0)
  if (point === undefined || more.length > 0) throw new Error('It is not one character.')
  return point < surrogates.first ? point : point - surrogates.count
}
