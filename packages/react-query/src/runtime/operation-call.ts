import type { CallOptions, Client, OperationId, ResultOf } from '@windmill-user-api/client'

/** The function of an operation, called with its input: what a query and a mutation need of it. */
export interface OperationCall<Id extends OperationId, Input extends object> {
  (client: Client, input: Input, options?: CallOptions): Promise<ResultOf<Id>>
  readonly id: Id
}

/** The input of an operation, which may be left out where all of it is optional. */
export type InputArgument<Input extends object> =
  Record<never, never> extends Input ? [input?: Input] : [input: Input]

/** The input that was given. Where none was, all of it is optional, which the types see to where it comes in. */
export function givenInput<Input extends object>(input: unknown): Input {
  return (input ?? {}) as Input // what may be left out has no member that is needed
}
