import fc, { type Arbitrary } from 'fast-check'
import {
  Blocked,
  inPassing,
  isSameFailure,
  mayPass,
  type Observation,
  Stopped,
} from '../../expect/observation.ts'
import type { Calls } from '../calls.ts'

/** How often a property is tried, and how much it may cost. */
const effort = {
  /** In milliseconds; a slow server is asked less often. */
  timeLimit: 3000,
  /** Calls that look for a smaller example of a difference. */
  shrinkCalls: 30,
  /** Differences that are looked for: one does not hide another. */
  differences: 3,
}

/** Calls a server with a value made up by chance, and holds its response to something. */
type Property<T> = (calls: Calls, value: T) => Promise<void>

/**
 * Tries a property with values made up by chance. Where it does not hold, the smallest value found for which it does not is
 * told, and values that show another difference are looked for. Anything but a difference ends the search and is thrown on.
 */
export async function forAny<T>(
  calls: Calls,
  values: Arbitrary<T>,
  property: Property<T>,
  { runs = 20 }: { readonly runs?: number } = {},
): Promise<void> {
  const known = new Set<string>()
  for (let round = 0; round < effort.differences; round += 1) {
    const found = await search({ calls, values, property, runs, known })
    if (found.length === 0) return
    for (const observation of found) {
      known.add(keyOf(observation))
      calls.observe(observation)
    }
  }
}

interface Search<T> {
  readonly calls: Calls
  readonly values: Arbitrary<T>
  readonly property: Property<T>
  readonly runs: number
  /** What has been told before. */
  readonly known: ReadonlySet<string>
}

/** What the smallest value shows that shows something new. */
async function search<T>({
  calls,
  values,
  property,
  runs,
  known,
}: Search<T>): Promise<readonly Observation[]> {
  let smallest: readonly Observation[] = []
  let shrinkCalls = 0
  let problem: { readonly error: unknown } | undefined
  const holds = async (value: T): Promise<boolean> => {
    if (problem || (smallest.length > 0 && ++shrinkCalls > effort.shrinkCalls)) return true
    const fresh = await trial(calls, property, value).catch((error: unknown) => {
      problem = { error }
      return []
    })
    const found = fresh.filter((observation) => !known.has(keyOf(observation)))
    if (found.length > 0) smallest = found
    return found.length === 0
  }
  const limits = { interruptAfterTimeLimit: effort.timeLimit, markInterruptAsFailure: false }
  await fc.check(fc.asyncProperty(values, holds), { seed: calls.seed, numRuns: runs, ...limits })
  if (problem) throw problem.error
  return smallest
}

/** What one value shows. What may have failed in passing is tried once more, and told as such where it goes well then. */
async function trial<T>(calls: Calls, property: Property<T>, value: T): Promise<readonly Observation[]> {
  const found = await tryOnce(calls, property, value)
  const failures = found.filter(mayPass)
  if (failures.length === 0) return found
  const again = await tryOnce(calls, property, value)
  for (const failure of failures)
    if (!again.some((each) => isSameFailure(each, failure))) calls.observe(inPassing(failure))
  return again
}

async function tryOnce<T>(calls: Calls, property: Property<T>, value: T): Promise<readonly Observation[]> {
  const found: Observation[] = []
  try {
    await property(
      calls.observedBy((observation) => found.push(observation)),
      value,
    )
  } catch (error) {
    if (error instanceof Blocked || !(error instanceof Stopped)) throw error
  }
  return found
}

function keyOf({ operation, observation, expected, actual }: Observation): string {
  return [operation, observation, expected, actual].join('\n')
}
