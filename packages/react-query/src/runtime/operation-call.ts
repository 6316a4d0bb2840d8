import type { CallOptions, Client, OperationId } from '@windmill-user-api/client'

/** The function of an operation, called with its input: what a query and a mutation need of it. */
export interface OperationCall<Id extends OperationId, Input extends object, Result> {
  (client: Client, input: Input, options?: CallOptions): Promise<Result>
  readonly id: Id
}

/** An argument that can be omitted if all of the operation's input is optional. */
export type InputArgument<Input extends object> =
  Record<never, never> extends Input ? [input?: Input | undefined] : [input: Input]
