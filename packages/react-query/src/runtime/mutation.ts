import type { UseMutationOptions } from '@tanstack/react-query'
import type { Client, ErrorOf, OperationId, ResultOf } from '@windmill-user-api/client'
import { scope } from './keys.ts'
import { givenInput, type OperationCall } from './operation-call.ts'

/** What `mutate` takes: the input of the operation, or nothing where all of it is optional. */
export type Variables<Input extends object> =
  // biome-ignore lint/suspicious/noConfusingVoidType: `mutate()` without an argument needs void, says TanStack Query
  Record<never, never> extends Input ? Input | void : Input

/** Options for `useMutation` with the operation's own types of result, error and input. */
export type MutationOptions<Id extends OperationId, Input extends object> = UseMutationOptions<
  ResultOf<Id>,
  ErrorOf<Id>,
  Variables<Input>
> & {
  readonly mutationKey: readonly [scope: typeof scope, operation: Id]
  readonly mutationFn: (input: Variables<Input>) => Promise<ResultOf<Id>>
}

/** Makes the options of a mutation from a client. */
export type MutationFactory<Id extends OperationId, Input extends object> = (
  client: Client,
) => MutationOptions<Id, Input>

/** The mutation of an operation that changes something. */
export function mutation<Id extends OperationId, Input extends object>(
  operation: OperationCall<Id, Input>,
): MutationFactory<Id, Input> {
  return (client) => ({
    mutationKey: [scope, operation.id],
    mutationFn: (input) => operation(client, givenInput<Input>(input)),
  })
}
