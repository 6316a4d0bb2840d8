import type { CheckName } from '../checks/contract.ts'
import type { Observation } from '../expect/observation.ts'

/** How a check ended, before anybody has asked what is known. */
export type CheckOutcome =
  | { readonly kind: 'passed' }
  /** At least one thing differs. */
  | { readonly kind: 'differs'; readonly observations: readonly Observation[] }
  /** A call that it needs did not succeed. */
  | { readonly kind: 'blocked'; readonly by: Observation }
  | { readonly kind: 'not-applicable'; readonly reason: string }

/** A check that has run. */
export interface FinishedCheck {
  readonly operation: string
  readonly check: CheckName
  readonly outcome: CheckOutcome
  /** How long it took. */
  readonly milliseconds: number
  /** How many have ended, this one included. */
  readonly done: number
  readonly total: number
}
