import type { CallOptions, Client, OperationFunction, OperationId, ResultOf } from '@windmill-user-api/client'

/** The input of an operation, which may be left out where all of it is optional. */
export type InputArgument<Input extends object> =
  Record<never, never> extends Input ? [input?: Input] : [input: Input]

/** Calls the function of an operation whose input is checked where it comes in. */
export function callOperation<Id extends OperationId, Input extends object>(
  operation: OperationFunction<Id, Input>,
  client: Client,
  input: object,
  options?: CallOptions,
): Promise<ResultOf<Id>> {
  // Whether the input may be left out depends on a type that is still open here.
  const call = operation as unknown as (
    client: Client,
    input: object,
    options?: CallOptions,
  ) => Promise<ResultOf<Id>>
  return call(client, input, options)
}
