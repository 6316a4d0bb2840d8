import type { DataTag, UnusedSkipTokenOptions } from '@tanstack/react-query'
import type { Client, ErrorOf, OperationFunction, OperationId, ResultOf } from '@windmill-user-api/client'
import { callOperation, type InputArgument } from './call-operation.ts'
import { type OperationKey, scope } from './keys.ts'

/** What a query of an operation holds: its result, with `null` for one without content, because a query cannot hold `undefined`. */
export type QueryData<Id extends OperationId> =
  undefined extends ResultOf<Id> ? Exclude<ResultOf<Id>, undefined> | null : ResultOf<Id>

/** Options for `useQuery`, `useSuspenseQuery`, `queryClient.fetchQuery`, … with the operation's own types of data and error. */
export type QueryOptions<Id extends OperationId, Input extends object> = Required<
  Pick<UnusedSkipTokenOptions<QueryData<Id>, ErrorOf<Id>, QueryData<Id>, OperationKey<Id, Input>>, 'queryFn'>
> &
  Omit<
    UnusedSkipTokenOptions<QueryData<Id>, ErrorOf<Id>, QueryData<Id>, OperationKey<Id, Input>>,
    'queryFn'
  > & {
    readonly queryKey: DataTag<OperationKey<Id, Input>, QueryData<Id>, ErrorOf<Id>>
  }

/** Makes the options of a query from a client and the input of the operation. */
export type QueryFactory<Id extends OperationId, Input extends object> = (
  client: Client,
  ...input: InputArgument<Input>
) => QueryOptions<Id, Input>

/** The query of an operation that only reads. */
export function query<Id extends OperationId, Input extends object>(
  operation: OperationFunction<Id, Input>,
): QueryFactory<Id, Input> {
  const factory = (client: Client, input: Input | Record<never, never> = {}) => ({
    queryKey: [scope, operation.id, input] as const,
    queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
      (await callOperation(operation, client, input, { signal })) ?? null,
  })
  // The tag of the key and the type of the error exist for the compiler only.
  return factory as unknown as QueryFactory<Id, Input>
}
