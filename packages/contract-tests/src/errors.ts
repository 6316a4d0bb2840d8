import type { Rule } from './document/rule.ts'
import type { Exchange, SentRequest } from './http/exchange.ts'

/** Base of the errors of this package. */
export abstract class ContractTestError extends Error {
  abstract override readonly name: string
}

/** An response differs from what the contract says. Thrown inside a check, and reported as a violation. */
export class Mismatch extends ContractTestError {
  override readonly name = 'Mismatch'
  /** What had to come, as a phrase: `status 401`. */
  readonly expected: string
  /** What came instead: `status 200`. */
  readonly came: string
  /** The operation that answered. */
  readonly operation: string
  /** The rule that is broken, where it is not the one under which the check runs. */
  readonly rule: Rule | undefined
  readonly request: SentRequest
  /** Undefined when no response came at all. */
  readonly exchange: Exchange | undefined

  constructor(details: MismatchDetails) {
    super(`${details.operation}: expected ${details.expected}, came ${details.came}`)
    this.expected = details.expected
    this.came = details.came
    this.operation = details.operation
    this.rule = details.rule
    this.request = details.request
    this.exchange = details.exchange
  }
}

/** The parts of a {@link Mismatch}. */
export interface MismatchDetails {
  readonly operation: string
  readonly expected: string
  readonly came: string
  readonly request: SentRequest
  readonly exchange?: Exchange | undefined
  readonly rule?: Rule | undefined
}

/** The run cannot begin or go on: no server, refused credentials, another API. The server is not judged. */
export class SetupProblem extends ContractTestError {
  override readonly name = 'SetupProblem'
}

/** A check that this server gives no means to run. Reported with its reason, never left out silently. */
export class NotExercised extends ContractTestError {
  override readonly name = 'NotExercised'
}
