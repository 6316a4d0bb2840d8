import type { Schema } from './source.ts'

/** How many parts an example may have that is made up: more than anybody would read. */
export const mostParts = 20_000
/** How deep it may be. */
export const deepestSample = 200

/** A value of the schema is larger than an example may be. */
export class TooLargeError extends Error {}

/** Counts the parts of a value before it is made: a few lines of a document may ask for more than fits into memory. */
export class SampleBudget {
  #left = mostParts
  #factor = 1

  /** @throws TooLargeError where more is spent than there is. */
  spend(parts: number): void {
    this.#left -= parts * this.#factor
    if (this.#left < 0) throw new TooLargeError()
  }

  /** What is spent while an item is made is spent for each of its copies. */
  times<Result>(copies: number, make: () => Result): Result {
    const factor = this.#factor
    this.#factor *= copies
    try {
      return make()
    } finally {
      this.#factor = factor
    }
  }
}

/** How many parts any value of a schema has at least, without those of its members. Hundred characters of a text are one. */
export function partsOfAny({ minItems = 0, minProperties = 0, minLength = 0, pattern }: Schema): number {
  return 1 + minItems + minProperties + (minLength + charactersOf(pattern)) / 100
}

/** What the repetitions of a pattern ask for: those of groups multiply each other. */
function charactersOf(pattern: string | undefined): number {
  const repetitions = [...(pattern ?? '').matchAll(/(.)\{(\d+)/g)]
  const ofGroups = repetitions.filter(([, before]) => before === ')').map(([, , count]) => Number(count))
  const ofCharacters = repetitions.filter(([, before]) => before !== ')').map(([, , count]) => Number(count))
  return ofGroups.reduce((product, count) => product * Math.max(count, 1), Math.max(0, ...ofCharacters))
}
