import type {
  InfiniteData,
  SkipToken,
  UndefinedInitialDataInfiniteOptions,
  UnusedSkipTokenInfiniteOptions,
} from '@tanstack/react-query'
import type { Client, ErrorOf, OperationId, PageInput, ResultOf } from '@windmill-user-api/client'
import { type OperationKey, product } from './keys.ts'
import { ledBack } from './led-back.ts'
import type { InputArgument, OperationCall } from './operation-call.ts'
import { isSkipped, type KeyedOptions, type QueryData, type Skippable } from './query.ts'
import { callOptionsOf, leftToClient, type QueryContext } from './retry.ts'

/** The key of an infinite query; `keyOf` has the beginning of it too. */
export type InfiniteKey<Id extends string, Input> = readonly [...key: OperationKey<Id, Input>, form: 'pages']

/** What an infinite query holds: the pages so far, and their numbers. */
export type Pages<Id extends OperationId> = InfiniteData<QueryData<Id>, number>

/** Options for `useInfiniteQuery`, `useSuspenseInfiniteQuery`, `queryClient.fetchInfiniteQuery`, … */
export type InfiniteQueryOptions<Id extends OperationId, Input extends object> = KeyedOptions<
  UnusedSkipTokenInfiniteOptions<QueryData<Id>, ErrorOf<Id>, Pages<Id>, InfiniteKey<Id, Input>, number>,
  InfiniteKey<Id, Input>,
  Pages<Id>,
  ErrorOf<Id>
>

/** The same where the input may be `skipToken`, for `useInfiniteQuery`. */
export type SkippableInfiniteQueryOptions<Id extends OperationId, Input extends object> = KeyedOptions<
  UndefinedInitialDataInfiniteOptions<
    QueryData<Id>,
    ErrorOf<Id>,
    Pages<Id>,
    InfiniteKey<Id, Input | null>,
    number
  >,
  InfiniteKey<Id, Input | null>,
  Pages<Id>,
  ErrorOf<Id>
>

/** Makes the options of an infinite query from a client and the input of its first page, or `skipToken`. */
export interface InfiniteQueryFactory<Id extends OperationId, Input extends object> {
  <Given extends Input | SkipToken>(
    client: Client,
    input: Skippable<Given>,
  ): SkippableInfiniteQueryOptions<Id, Input>
  (client: Client, ...input: InputArgument<Input>): InfiniteQueryOptions<Id, Input>
}

interface PageContext extends QueryContext {
  readonly pageParam: number
}

/**
 * The infinite query of an operation that answers a page at a time. A page that is not full is the last one. `fullPage` is how many
 * items one has by default.
 */
export function infiniteQuery<Id extends OperationId, Input extends PageInput>(
  operation: OperationCall<Id, Input, ResultOf<Id>>,
  fullPage?: number,
): InfiniteQueryFactory<Id, Input>
// Said twice, as `query` is.
export function infiniteQuery(
  operation: OperationCall<OperationId, PageInput, unknown>,
  fullPage?: number,
): unknown {
  return (client: Client, input: PageInput | SkipToken = {}) => {
    const call = ledBack(operation)
    const { page = 1, per_page = fullPage } = isSkipped(input) ? {} : input
    return {
      queryKey: [product, client.scope, operation.id, isSkipped(input) ? null : input, 'pages'],
      queryFn: isSkipped(input)
        ? input
        : (context: PageContext) =>
            call(client, { ...input, page: context.pageParam, per_page }, callOptionsOf(context)),
      retry: leftToClient,
      initialPageParam: page,
      getNextPageParam: (last: unknown, _: unknown, current: number) =>
        Array.isArray(last) && last.length >= (per_page ?? 1) ? current + 1 : undefined,
    }
  }
}
