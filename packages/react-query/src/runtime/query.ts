import type { DataTag, UnusedSkipTokenOptions } from '@tanstack/react-query'
import type { Client, ErrorOf, OperationId, ResultOf } from '@windmill-user-api/client'
import { type OperationKey, scope } from './keys.ts'
import { givenInput, type InputArgument, type OperationCall } from './operation-call.ts'

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
  operation: OperationCall<Id, Input>,
): QueryFactory<Id, Input> {
  const factory = (client: Client, ...[given]: InputArgument<Input>) => {
    const input = givenInput<Input>(given)
    const queryKey: OperationKey<Id, Input> = [scope, operation.id, input]
    const queryFn = async ({ signal }: { readonly signal: AbortSignal }) =>
      (await operation(client, input, { signal })) ?? null
    return { queryKey, queryFn }
  }
  // The tag of the key and the type of the error exist for the compiler only.
  return factory as unknown as QueryFactory<Id, Input>
}
