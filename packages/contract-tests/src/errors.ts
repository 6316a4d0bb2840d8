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

/** Goes on without the result of a call that the server refused or left open: other checks tell that. */
export function ignoreProblem(error: unknown): undefined {
  if (!(error instanceof ContractTestError)) throw error
  return undefined
}
