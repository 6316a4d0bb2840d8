import type { OperationCalls } from '../checks/calls.ts'
import { NotApplicable } from '../errors.ts'
import { Blocked, type Observation, Stopped } from '../expect/observation.ts'
import type { CheckOutcome } from '../findings/outcome.ts'
import type { RunnableCheck } from './checks-of.ts'

/** Runs one check. Anything but what it says of the server (a setup problem, a defect of this package) is thrown on. */
export async function runCheck(check: RunnableCheck, calls: OperationCalls): Promise<CheckOutcome> {
  const observations: Observation[] = []
  const ended = await check
    .run(calls, (observation) => observations.push(observation))
    .then(() => undefined, endOf)
  // What was to be refused may have been done, and what was prepared may be half of what it was to be.
  if (observations.length > 0 || ended?.kind === 'blocked') calls.discard()
  return observations.length > 0 ? { kind: 'differs', observations } : (ended ?? { kind: 'passed' })
}

function endOf(error: unknown): CheckOutcome | undefined {
  if (error instanceof Stopped) return undefined
  if (error instanceof Blocked) return { kind: 'blocked', by: error.by }
  if (error instanceof NotApplicable) return { kind: 'not-applicable', reason: error.message }
  throw error
}
