import type { CallOptions, Client, OperationId } from '@windmill-user-api/client'

/** The function of an operation, called with its input: what a query and a mutation need of it. */
export interface OperationCall<Id extends OperationId, Input, Result> {
  (client: Client, input: Input, options?: CallOptions): Promise<Result>
  readonly id: Id
}

/** The input of an operation, which may be left out where all of it is optional. */
export type InputArgument<Input extends object> =
  Record<never, never> extends Input ? [input?: Input] : [input: Input]

/** Lets the input be left out, where all of it is optional: `none` says that none of it was given. */
export function withoutInput<Input extends object, Options>(
  factory: (client: Client, input: Input) => Options,
  none: Input,
): (client: Client, input?: Input) => Options {
  return (client, input = none) => factory(client, input)
}

/** The same for the function of a mutation. */
export function callWithoutInput<Id extends OperationId, Input extends object, Result>(
  operation: OperationCall<Id, Input, Result>,
  none: Input,
  // biome-ignore lint/suspicious/noConfusingVoidType: `mutate()` without an argument needs void, says TanStack Query
): OperationCall<Id, Input | void, Result> {
  // biome-ignore lint/suspicious/noConfusingVoidType: the same
  const call = (client: Client, input: Input | void, options?: CallOptions) =>
    operation(client, input ?? none, options)
  return Object.assign(call, { id: operation.id })
}

/** Resolves to `null` instead of nothing, which a query cannot hold. */
export function nullForNothing<Id extends OperationId, Input extends object, Result>(
  operation: OperationCall<Id, Input, Result>,
): OperationCall<Id, Input, NonNullable<Result> | null> {
  const call = async (client: Client, input: Input, options?: CallOptions) =>
    (await operation(client, input, options)) ?? null
  return Object.assign(call, { id: operation.id })
}
