import type { Calls } from '../checks/calls.ts'
import type { Check } from '../checks/contract.ts'
import { type Mismatch, NotExercised } from '../errors.ts'
import { toViolation, type Violation } from '../findings/finding.ts'
import { mismatchOf } from '../http/no-response.ts'
import type { Secrets } from '../http/secrets.ts'

/** How a check ended. */
export type CheckOutcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'violated'; readonly violation: Violation; readonly mismatch: Mismatch }
  | { readonly kind: 'not-exercised'; readonly reason: string }

/** A check that has run. */
export interface FinishedCheck {
  readonly operation: string
  readonly check: Pick<Check, 'rule' | 'title'>
  readonly outcome: CheckOutcome
  /** How long it took. */
  readonly milliseconds: number
  /** How many have ended, this one included. */
  readonly done: number
  readonly total: number
}

/** Runs one check. Anything but a finding about the server (a setup problem, a defect of this package) is thrown on. */
export async function runCheck(check: Check, calls: Calls, secrets: Secrets): Promise<CheckOutcome> {
  try {
    await check.run(calls)
    return { kind: 'passed' }
  } catch (error) {
    if (error instanceof NotExercised) return { kind: 'not-exercised', reason: error.message }
    const mismatch = mismatchOf(error)
    if (!mismatch) throw error
    // What was to be refused may have been done.
    calls.discard()
    return { kind: 'violated', violation: toViolation(mismatch, check, secrets), mismatch }
  }
}
