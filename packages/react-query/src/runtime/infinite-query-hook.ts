import {
  type DefinedInitialDataInfiniteOptions,
  type DefinedUseInfiniteQueryResult,
  type QueryClient,
  type SkipToken,
  type UndefinedInitialDataInfiniteOptions,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { Client, ErrorOf, OperationId } from '@windmill-user-api/client'
import type { HookArguments, SkippableInput } from './hook-arguments.ts'
import type { InfiniteKey, Pages, SkippableInfiniteQueryOptions } from './infinite-query.ts'
import { placeholderWithin } from './placeholder.ts'
import { useClient } from './provider.ts'
import type { QueryData } from './query.ts'

/** What the hook sets itself. */
type Made = 'queryKey' | 'queryFn' | 'initialPageParam' | 'getNextPageParam'

/** What the hook of an infinite query takes besides the input: everything that `useInfiniteQuery` does, but key and function. */
export type InfiniteQueryHookOptions<Id extends OperationId, Input extends object, Selected> = Omit<
  UndefinedInitialDataInfiniteOptions<
    QueryData<Id>,
    ErrorOf<Id>,
    Selected,
    InfiniteKey<Id, Input | null>,
    number
  >,
  Made
>

/** The same with `initialData`, so that there are pages from the beginning. */
export type DefinedInfiniteQueryHookOptions<Id extends OperationId, Input extends object, Selected> = Omit<
  DefinedInitialDataInfiniteOptions<
    QueryData<Id>,
    ErrorOf<Id>,
    Selected,
    InfiniteKey<Id, Input | null>,
    number
  >,
  Made
>

/** What the hook of an infinite query returns. */
export type InfiniteQueryHookResult<Id extends OperationId, Selected> = UseInfiniteQueryResult<
  Selected,
  ErrorOf<Id>
>

/** The same with `initialData`: `data` is there from the beginning. */
export type DefinedInfiniteQueryHookResult<Id extends OperationId, Selected> = DefinedUseInfiniteQueryResult<
  Selected,
  ErrorOf<Id>
>

/** `useInfiniteQuery` for one operation: it takes the input of the first page, or `skipToken`. */
export interface InfiniteQueryHook<Id extends OperationId, Input extends object> {
  <Selected = Pages<Id>>(
    input: SkippableInput<Input>,
    options: DefinedInfiniteQueryHookOptions<Id, Input, Selected>,
    queryClient?: QueryClient,
  ): DefinedInfiniteQueryHookResult<Id, Selected>
  <Selected = Pages<Id>>(
    ...call: HookArguments<Input, InfiniteQueryHookOptions<Id, Input, Selected>>
  ): InfiniteQueryHookResult<Id, Selected>
}

/** Makes the hook of an infinite query. */
export function infiniteQueryHook<Id extends OperationId, Input extends object>(
  factory: (client: Client, input: Input | SkipToken) => SkippableInfiniteQueryOptions<Id, Input>,
): InfiniteQueryHook<Id, Input> {
  // biome-ignore lint/correctness/noComponentHookFactories: generated modules call it once each, outside of components
  const useOperation = (
    input: Input | SkipToken,
    options?: InfiniteQueryHookOptions<Id, Input, Pages<Id>>,
    queryClient?: QueryClient,
  ) => {
    const made = factory(useClient(), input)
    const retry = options?.retry ?? made.retry
    const { queryKey } = made
    const placeholderData = placeholderWithin(useQueryClient(queryClient), { ...options, queryKey })
    return useInfiniteQuery({ ...options, ...made, retry, placeholderData } as typeof made, queryClient)
  }
  // As in `queryHook`.
  return useOperation as InfiniteQueryHook<Id, Input>
}
