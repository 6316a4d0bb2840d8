import type { PerformedCall } from '../checks/calls.ts'
import { Mismatch } from '../errors.ts'
import type { Transport } from '../http/transport.ts'

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
      if (own.length < fewest || others.length < fewest) return undefined
      return { own: median(own), others: median(others) }
    },
  }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

const paces = new WeakMap<Transport, Pace>()

/** The pace of the server that a transport calls. */
export function paceOf(transport: Transport): Pace {
  const known = paces.get(transport)
  if (known) return known
  const pace = createPace()
  paces.set(transport, pace)
  return pace
}

/** Slower than this in most of its responses, and than others by this factor: no load or distance explains it. */
const slow = { milliseconds: 1200, factor: 8 }

/**
 * The operation takes about as long as others on the same server: one that is slow by seconds has a defect of its own.
 * How fast a server is as a whole is not judged.
 */
export function expectPrompt({ pace, operation, request, ...exchange }: PerformedCall): void {
  const comparison = pace.compare(operation)
  if (!comparison) return
  const { own, others } = comparison
  if (own < slow.milliseconds || own < slow.factor * others) return
  throw new Mismatch({
    operation,
    request,
    exchange: { operation, request, response: exchange.response },
    expected: `responses in about the time of other operations, ${Math.round(others)} ms`,
    came: `${Math.round(own)} ms in most responses`,
  })
}
