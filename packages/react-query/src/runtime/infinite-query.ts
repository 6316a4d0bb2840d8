import type { DataTag, InfiniteData, UnusedSkipTokenInfiniteOptions } from '@tanstack/react-query'
import type { Client, ErrorOf, OperationId, PageInput } from '@windmill-user-api/client'
import { type OperationKey, scope, taggedKey } from './keys.ts'
import type { InputArgument, OperationCall } from './operation-call.ts'
import type { QueryData } from './query.ts'

/** The key of an infinite query; `keyOf` has the beginning of it too. */
export type InfiniteKey<Id extends string, Input extends object> = readonly [
  ...key: OperationKey<Id, Input>,
  form: 'pages',
]

/** What an infinite query holds: the pages so far, and their numbers. */
export type Pages<Id extends OperationId> = InfiniteData<QueryData<Id>, number>

/** Options for `useInfiniteQuery`, `useSuspenseInfiniteQuery`, `queryClient.fetchInfiniteQuery`, … */
export type InfiniteQueryOptions<Id extends OperationId, Input extends object> = OptionsOf<
  Id,
  Input,
  QueryData<Id>
>

type Options<Id extends OperationId, Input extends object, Page> = UnusedSkipTokenInfiniteOptions<
  Page,
  ErrorOf<Id>,
  InfiniteData<Page, number>,
  InfiniteKey<Id, Input>,
  number
>

type OptionsOf<Id extends OperationId, Input extends object, Page> = Required<
  Pick<Options<Id, Input, Page>, 'queryFn'>
> &
  Omit<Options<Id, Input, Page>, 'queryFn'> & {
    readonly queryKey: DataTag<InfiniteKey<Id, Input>, InfiniteData<Page, number>, ErrorOf<Id>>
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
export function infiniteQuery<Id extends OperationId, Input extends PageInput, Page>(
  operation: OperationCall<Id, Input, Page>,
  fullPage?: number,
): (client: Client, input: Input) => OptionsOf<Id, Input, Page> {
  return (client, input) => {
    const per_page = input.per_page ?? fullPage
    return {
      queryKey: taggedKey<InfiniteData<Page, number>, ErrorOf<Id>, InfiniteKey<Id, Input>>([
        scope,
        operation.id,
        input,
        'pages',
      ]),
      queryFn: ({ pageParam, signal }) =>
        operation(client, { ...input, page: pageParam, per_page }, { signal }),
      initialPageParam: input.page ?? 1,
      getNextPageParam: (last, _, page) =>
        Array.isArray(last) && last.length >= (per_page ?? 1) ? page + 1 : undefined,
    }
  }
}
