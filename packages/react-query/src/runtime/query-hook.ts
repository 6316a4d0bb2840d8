import {
  type DefinedInitialDataOptions,
  type DefinedUseQueryResult,
  type QueryClient,
  type SkipToken,
  type UndefinedInitialDataOptions,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { Client, ErrorOf, OperationId } from '@windmill-user-api/client'
import type { HookArguments, SkippableInput } from './hook-arguments.ts'
import type { OperationKey } from './keys.ts'
import { placeholderWithin } from './placeholder.ts'
import { useClient } from './provider.ts'
import type { QueryData, SkippableQueryOptions } from './query.ts'

/** What the hook of a query takes besides the input: everything that `useQuery` does, but the key and the function. */
export type QueryHookOptions<Id extends OperationId, Input extends object, Selected> = Omit<
  UndefinedInitialDataOptions<QueryData<Id>, ErrorOf<Id>, Selected, OperationKey<Id, Input | null>>,
  'queryKey' | 'queryFn'
>

/** The same with `initialData`, so that there is data from the beginning. */
export type DefinedQueryHookOptions<Id extends OperationId, Input extends object, Selected> = Omit<
  DefinedInitialDataOptions<QueryData<Id>, ErrorOf<Id>, Selected, OperationKey<Id, Input | null>>,
  'queryKey' | 'queryFn'
>

/** What the hook of a query returns: `data` as `select` makes it, `error` as the operation can fail. */
export type QueryHookResult<Id extends OperationId, Selected> = UseQueryResult<Selected, ErrorOf<Id>>

/** The same with `initialData`: `data` is there from the beginning. */
export type DefinedQueryHookResult<Id extends OperationId, Selected> = DefinedUseQueryResult<
  Selected,
  ErrorOf<Id>
>

/** `useQuery` for one operation: it takes the input, or `skipToken` for as long as that is unknown. */
export interface QueryHook<Id extends OperationId, Input extends object> {
  <Selected = QueryData<Id>>(
    input: SkippableInput<Input>,
    options: DefinedQueryHookOptions<Id, Input, Selected>,
    queryClient?: QueryClient,
  ): DefinedQueryHookResult<Id, Selected>
  <Selected = QueryData<Id>>(
    ...call: HookArguments<Input, QueryHookOptions<Id, Input, Selected>>
  ): QueryHookResult<Id, Selected>
}

/** Makes the hook of a query. */
export function queryHook<Id extends OperationId, Input extends object>(
  factory: (client: Client, input: Input | SkipToken) => SkippableQueryOptions<Id, Input>,
): QueryHook<Id, Input> {
  // biome-ignore lint/correctness/noComponentHookFactories: generated modules call it once each, outside of components
  const useOperation = (
    input: Input | SkipToken,
    options?: QueryHookOptions<Id, Input, unknown>,
    queryClient?: QueryClient,
  ) => {
    const made = factory(useClient(), input)
    const retry = options?.retry ?? made.retry
    const { queryKey } = made
    const placeholderData = placeholderWithin(useQueryClient(queryClient), { ...options, queryKey })
    return useQuery({ ...options, ...made, retry, placeholderData } as typeof made, queryClient)
  }
  // An input that may be omitted reaches the factory as `undefined`, and every `Selected` is made by `select`.
  return useOperation as QueryHook<Id, Input>
}
