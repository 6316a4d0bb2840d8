import type { RequestInput } from './document/operation.ts'
import type { OperationId } from './generated/operations.ts'

/** What a setup prepares a server with. */
export interface Fixtures {
  /**
   * Calls an operation with the credentials of the run, and returns the body of its success.
   *
   * @throws Error when the call fails.
   */
  call(operation: OperationId, input?: RequestInput): Promise<unknown>
}
