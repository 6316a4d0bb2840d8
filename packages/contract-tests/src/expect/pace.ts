import { NotApplicable } from '../errors.ts'
import { differ, type ObservedExchange } from './observation.ts'

/** How long the operations of a server take. */
export interface Pace {
  record(operation: string, milliseconds: number): void
  /** What is usual for an operation, and what is for the others; undefined where too little is known. */
  compare(operation: string): Comparison | undefined
}

/** In milliseconds. */
export interface Comparison {
  readonly own: number
  readonly others: number
}

/** How many durations tell what is usual; of fewer than these, but not of one alone, the shortest is taken. */
const fewest = 3

/** Nothing has been called yet. */
export function createPace(): Pace {
  const durations = new Map<string, number[]>()
  return {
    record(operation, milliseconds) {
      durations.set(operation, [...(durations.get(operation) ?? []), milliseconds])
    },
    compare(operation) {
      const own = durations.get(operation) ?? []
      const others = [...durations].filter(([name]) => name !== operation).map(([, of]) => median(of))
      if (own.length < 2 || others.length < fewest) return undefined
      const usual = own.length < fewest ? Math.min(...own) : median(own)
      // The last call is made when all other checks have ended, so that no load of the run slows it down.
      return { own: Math.min(usual, own.at(-1) ?? usual), others: median(others) }
    },
  }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Slower than this in most of its responses, and than others by this factor: no load or distance explains it. */
const slow = { milliseconds: 1200, factor: 8 }

/**
 * The operation takes about as long as others on the same server: one that is slow by seconds has a defect of its own.
 * How fast a server is as a whole is not judged.
 *
 * @throws `NotApplicable` where too few calls have been made to compare with.
 */
export function expectPrompt(exchange: ObservedExchange & { readonly pace: Pace }): void {
  const comparison = exchange.pace.compare(exchange.operation)
  if (!comparison) throw new NotApplicable('Too few calls were made to compare durations.')
  const { own, others } = comparison
  if (own < slow.milliseconds || own < slow.factor * others) return
  differ(exchange, {
    observation: 'duration',
    expected: 'about that of other operations',
    actual: `more than ${slow.factor} times as long`,
  })
}
