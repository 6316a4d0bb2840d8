import type { Caller } from '../document/caller.ts'
import type { OperationDescription, RequestInput, SecurityScheme } from '../document/operation.ts'
import type { Rule } from '../document/rule.ts'
import type { Calls } from './calls.ts'
import type { Setup } from './setup.ts'

/** One thing that must be true of an operation. */
export interface Check extends CheckName {
  /** Observes what differs. Throws `Stopped` where going on makes no sense, `Blocked` where a call that it needs failed. */
  readonly run: (calls: Calls) => Promise<void>
}

/** What a check is called. */
export interface CheckName {
  readonly rule: Rule
  /** Says what must be true: `returns 401 for a call without credentials`. */
  readonly title: string
  /**
   * What tells the checks of one rule apart, in words that a list of deviations can use: `an expired token`. Checks that
   * differ in nothing that a server could do otherwise have none.
   */
  readonly situation?: string
  /** Runs when all others have ended. */
  readonly last?: true
}

/** All that is held of one operation. */
export interface Contract<Fixtures> extends ContractParts<Fixtures> {
  readonly checks: readonly Check[]
}

/** The parts of a contract that a generated file states. */
export interface ContractParts<Fixtures> {
  readonly operation: OperationDescription
  /** Who has the role that the operation needs, and no more. */
  readonly caller: Caller
  /** How a call proves who sends it unless a check says otherwise. */
  readonly scheme: SecurityScheme | undefined
  readonly setup: Setup<Fixtures, RequestInput>
}

/** Adds a check to a contract. */
export type AddCheck = (rule: Rule, title: string, run: Check['run'], situation?: string) => void
