import type { DataTag, UnusedSkipTokenOptions } from '@tanstack/react-query'
import type { Client, ErrorOf, OperationId, ResultOf } from '@windmill-user-api/client'
import { type OperationKey, scope, taggedKey } from './keys.ts'
import type { InputArgument, OperationCall } from './operation-call.ts'

/** What a query of an operation holds: its result, with `null` for one without content, because a query cannot hold `undefined`. */
export type QueryData<Id extends OperationId> =
  undefined extends ResultOf<Id> ? Exclude<ResultOf<Id>, undefined> | null : ResultOf<Id>

/** Options for `useQuery`, `useSuspenseQuery`, `queryClient.fetchQuery`, … with the operation's own types of data and error. */
export type QueryOptions<Id extends OperationId, Input extends object> = OptionsOf<Id, Input, QueryData<Id>>

type Options<Id extends OperationId, Input extends object, Data> = UnusedSkipTokenOptions<
  Data,
  ErrorOf<Id>,
  Data,
  OperationKey<Id, Input>
>

type OptionsOf<Id extends OperationId, Input extends object, Data> = Required<
  Pick<Options<Id, Input, Data>, 'queryFn'>
> &
  Omit<Options<Id, Input, Data>, 'queryFn'> & {
    readonly queryKey: DataTag<OperationKey<Id, Input>, Data, ErrorOf<Id>>
  }

/** Makes the options of a query from a client and the input of the operation. */
export type QueryFactory<Id extends OperationId, Input extends object> = (
  client: Client,
  ...input: InputArgument<Input>
) => QueryOptions<Id, Input>

/** The query of an operation that only reads. */
export function query<Id extends OperationId, Input extends object, Data>(
  operation: OperationCall<Id, Input, Data>,
): (client: Client, input: Input) => OptionsOf<Id, Input, Data> {
  return (client, input) => ({
    queryKey: taggedKey<Data, ErrorOf<Id>, OperationKey<Id, Input>>([scope, operation.id, input]),
    queryFn: ({ signal }) => operation(client, input, { signal }),
  })
}
