import type { DataTag, InfiniteData, UnusedSkipTokenInfiniteOptions } from '@tanstack/react-query'
import type { Client, ErrorOf, OperationId, PageInput } from '@windmill-user-api/client'
import { type OperationKey, scope } from './keys.ts'
import { givenInput, type InputArgument, type OperationCall } from './operation-call.ts'
import type { QueryData } from './query.ts'

/** The key of an infinite query; `keyOf` has the beginning of it too. */
export type InfiniteKey<Id extends string, Input extends object> = readonly [
  ...key: OperationKey<Id, Input>,
  form: 'pages',
]

/** What an infinite query holds: the pages so far, and their numbers. */
export type Pages<Id extends OperationId> = InfiniteData<QueryData<Id>, number>

type Options<Id extends OperationId, Input extends object> = UnusedSkipTokenInfiniteOptions<
  QueryData<Id>,
  ErrorOf<Id>,
  Pages<Id>,
  InfiniteKey<Id, Input>,
  number
>

/** Options for `useInfiniteQuery`, `useSuspenseInfiniteQuery`, `queryClient.fetchInfiniteQuery`, … */
export type InfiniteQueryOptions<Id extends OperationId, Input extends object> = Required<
  Pick<Options<Id, Input>, 'queryFn'>
> &
  Omit<Options<Id, Input>, 'queryFn'> & {
    readonly queryKey: DataTag<InfiniteKey<Id, Input>, Pages<Id>, ErrorOf<Id>>
  }

/** Makes the options of an infinite query from a client and the input of its first page. */
export type InfiniteQueryFactory<Id extends OperationId, Input extends object> = (
  client: Client,
  ...input: InputArgument<Input>
) => InfiniteQueryOptions<Id, Input>

/**
 * The infinite query of an operation that answers a page at a time. A page that is not full is the last one. `fullPage` is how many
 * items one has by default.
 */
export function infiniteQuery<Id extends OperationId, Input extends PageInput>(
  operation: OperationCall<Id, Input>,
  fullPage?: number,
): InfiniteQueryFactory<Id, Input> {
  const factory = (client: Client, ...[given]: InputArgument<Input>) => {
    const input = givenInput<Input>(given)
    const per_page = input.per_page ?? fullPage
    return {
      queryKey: [scope, operation.id, input, 'pages'],
      queryFn: ({ pageParam, signal }: { readonly pageParam: number; readonly signal: AbortSignal }) =>
        operation(client, { ...input, page: pageParam, per_page }, { signal }),
      initialPageParam: input.page ?? 1,
      getNextPageParam: (last: unknown, _: unknown, page: number) =>
        Array.isArray(last) && last.length >= (per_page ?? 1) ? page + 1 : undefined,
    }
  }
  // The tag of the key and the type of the error exist for the compiler only.
  return factory as unknown as InfiniteQueryFactory<Id, Input>
}
