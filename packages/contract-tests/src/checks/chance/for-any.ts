import fc, { type Arbitrary } from 'fast-check'
import type { Mismatch } from '../../errors.ts'
import { mismatchOf } from '../../http/no-response.ts'
import type { Calls } from '../calls.ts'

/** How often a property is tried, and how much it may cost. */
interface Effort {
  readonly runs: number
  /** In milliseconds; a slow server is asked less often. */
  readonly timeLimit: number
  /** Calls that look for a smaller example of a failure. */
  readonly shrinkCalls: number
}

const effort = { timeLimit: 3000, shrinkCalls: 80 }

/**
 * Tries a property with values made up by chance. Where it does not hold, the smallest value found for which it does not is
 * told, with the seed that repeats it. Anything but a finding about the server ends the search and is thrown on.
 */
export async function forAny<T>(
  { seed }: Pick<Calls, 'seed'>,
  values: Arbitrary<T>,
  property: (value: T) => Promise<void>,
  { runs = 20 }: Partial<Pick<Effort, 'runs'>> = {},
): Promise<void> {
  const trial = new Trial(property)
  await fc.check(
    fc.asyncProperty(values, (value) => trial.holds(value)),
    { seed, numRuns: runs, interruptAfterTimeLimit: effort.timeLimit, markInterruptAsFailure: false },
  )
  trial.conclude()
}

/** The tries of one property. */
class Trial<T> {
  readonly #property: (value: T) => Promise<void>
  #smallest: Mismatch | undefined
  #problem: { readonly error: unknown } | undefined
  #shrinkCalls = 0

  constructor(property: (value: T) => Promise<void>) {
    this.#property = property
  }

  /** Whether the property holds for a value. After a problem, or when enough was tried, nothing is called any more. */
  async holds(value: T): Promise<boolean> {
    if (this.#problem) return true
    if (this.#smallest && ++this.#shrinkCalls > effort.shrinkCalls) return true
    try {
      await this.#property(value)
      return true
    } catch (error) {
      const mismatch = mismatchOf(error)
      if (mismatch) this.#smallest = mismatch
      else this.#problem = { error }
      return mismatch === undefined
    }
  }

  /** Throws what was found. fast-check goes on from a failure only, so that the last one is the smallest. */
  conclude(): void {
    if (this.#problem) throw this.#problem.error
    if (this.#smallest) throw this.#smallest
  }
}
