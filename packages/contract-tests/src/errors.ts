/** Base of the errors of this package. */
export abstract class ContractTestError extends Error {
  abstract override readonly name: string
}

/** The run cannot begin or go on: no server, refused credentials, another API. The server is not judged. */
export class SetupProblem extends ContractTestError {
  override readonly name = 'SetupProblem'
}

/** A check that does not apply to this server or this run. Reported with its reason, never left out silently. */
export class NotApplicable extends ContractTestError {
  override readonly name = 'NotApplicable'
}
