import type {
  DataTag,
  GetNextPageParamFunction,
  InfiniteData,
  QueryFunction,
  SkipToken,
} from '@tanstack/react-query'
import type { Client, ErrorOf, OperationId, PageInput, ResultOf } from '@windmill-user-api/client'
import { keyable } from './input.ts'
import { type OperationKey, product, scopeOf } from './keys.ts'
import { ledBack } from './led-back.ts'
import type { InputArgument, OperationCall } from './operation-call.ts'
import type { QueryData, Skippable } from './query.ts'
import { leftToClient, type QueryContext, retriedByOne } from './retry.ts'
import { isSkipped } from './skipped.ts'

/** The key of an infinite query; `keyOf` has the beginning of it too. */
export type InfiniteKey<Id extends string, Input> = readonly [...key: OperationKey<Id, Input>, form: 'pages']

/** What an infinite query holds: the pages so far, and their numbers. */
export type Pages<Id extends OperationId> = InfiniteData<QueryData<Id>, number>

/** Options for `useInfiniteQuery`, `useSuspenseInfiniteQuery`, `queryClient.fetchInfiniteQuery`, … */
export interface InfiniteQueryOptions<Id extends OperationId, Input extends object> extends Paging<Id> {
  /** Names the account, the operation and the input. It tells TanStack Query which data and errors belong to it. */
  readonly queryKey: DataTag<InfiniteKey<Id, Input>, Pages<Id>, ErrorOf<Id>>
  /** Calls the operation for one page. */
  readonly queryFn: QueryFunction<QueryData<Id>, InfiniteKey<Id, Input>, number>
}

/** The same where the input may be `skipToken`, for `useInfiniteQuery`. */
export interface SkippableInfiniteQueryOptions<Id extends OperationId, Input extends object>
  extends Paging<Id> {
  /** Names the account, the operation and the input, which is `null` if the query is skipped. */
  readonly queryKey: DataTag<InfiniteKey<Id, Input | null>, Pages<Id>, ErrorOf<Id>>
  /** Calls the operation for one page, or skips it. */
  readonly queryFn: QueryFunction<QueryData<Id>, InfiniteKey<Id, Input | null>, number> | SkipToken
}

/** How an infinite query goes from page to page. */
export interface Paging<Id extends OperationId> {
  /** The number of the first page. */
  readonly initialPageParam: number
  /** The number of the next page; `undefined` after one that is not full. */
  readonly getNextPageParam: GetNextPageParamFunction<number, QueryData<Id>>
  /** As the application's defaults say. Without them never, because the client retries. */
  retry(failureCount: number, error: ErrorOf<Id>): boolean
  /** Not set. TanStack Query reads the type of the pages from it. */
  readonly select?: (pages: Pages<Id>) => Pages<Id>
}

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
  return (client: Client, given?: PageInput | SkipToken) => {
    const call = ledBack(operation)
    const input = keyable(given)
    const { page, per_page }: PageInput = isSkipped(input) ? {} : input
    const size = per_page ?? fullPage
    return {
      queryKey: [product, scopeOf(client), operation.id, isSkipped(input) ? null : input, 'pages'],
      queryFn: isSkipped(input)
        ? input
        : (context: PageContext) =>
            retriedByOne(context, (options) =>
              call(client, { ...input, page: context.pageParam, per_page: size }, options),
            ),
      retry: leftToClient,
      // A number may be given as text.
      initialPageParam: Number(page ?? 1),
      getNextPageParam: (last: unknown, _: unknown, current: number) =>
        Array.isArray(last) && last.length >= Number(size ?? 1) ? current + 1 : undefined,
    }
  }
}
