import {
  type UseInfiniteQueryOptions,
  type UseInfiniteQueryResult,
  type UseMutationOptions,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import type { ErrorOf, OperationId, ResultOf } from '@windmill-user-api/client'
import type { InfiniteKey, InfiniteQueryOptions } from './infinite-query.ts'
import type { OperationKey } from './keys.ts'
import type { MutationOptions, Variables } from './mutation.ts'
import type { QueryData, QueryOptions } from './query.ts'

/** What the hook of a query takes besides the input: everything that `useQuery` does, but the key and the function. */
export type QueryHookOptions<Id extends OperationId, Input extends object, Selected> = Omit<
  UseQueryOptions<QueryData<Id>, ErrorOf<Id>, Selected, OperationKey<Id, Input>>,
  'queryKey' | 'queryFn'
>

/** What the hook of a query returns: `data` as `select` makes it, `error` as the operation can fail. */
export type QueryHookResult<Id extends OperationId, Selected> = UseQueryResult<Selected, ErrorOf<Id>>

/** What the hook of an infinite query takes besides the input: everything that `useInfiniteQuery` does, but key and function. */
export type InfiniteQueryHookOptions<Id extends OperationId, Input extends object, Selected> = Omit<
  UseInfiniteQueryOptions<QueryData<Id>, ErrorOf<Id>, Selected, InfiniteKey<Id, Input>, number>,
  'queryKey' | 'queryFn' | 'initialPageParam' | 'getNextPageParam'
>

/** What the hook of an infinite query returns. */
export type InfiniteQueryHookResult<Id extends OperationId, Selected> = UseInfiniteQueryResult<
  Selected,
  ErrorOf<Id>
>

/** What the hook of a mutation takes: everything that `useMutation` does, but the key and the function. */
export type MutationHookOptions<Id extends OperationId, Input extends object, Context> = Omit<
  UseMutationOptions<ResultOf<Id>, ErrorOf<Id>, Variables<Input>, Context>,
  'mutationKey' | 'mutationFn'
>

/** What the hook of a mutation returns: `mutate` takes the input of the operation. */
export type MutationHookResult<Id extends OperationId, Input extends object, Context> = UseMutationResult<
  ResultOf<Id>,
  ErrorOf<Id>,
  Variables<Input>,
  Context
>

/** `useQuery` with the key and the function of an operation. */
export function useOperationQuery<Id extends OperationId, Input extends object, Selected>(
  { queryKey, queryFn }: QueryOptions<Id, Input>,
  options: QueryHookOptions<Id, Input, Selected> | undefined,
): QueryHookResult<Id, Selected> {
  return useQuery({ ...options, queryKey, queryFn })
}

/** `useInfiniteQuery` with the key and the function of an operation. */
export function useOperationInfiniteQuery<Id extends OperationId, Input extends object, Selected>(
  { queryKey, queryFn, initialPageParam, getNextPageParam }: InfiniteQueryOptions<Id, Input>,
  options: InfiniteQueryHookOptions<Id, Input, Selected> | undefined,
): InfiniteQueryHookResult<Id, Selected> {
  return useInfiniteQuery({ ...options, queryKey, queryFn, initialPageParam, getNextPageParam })
}

/** `useMutation` with the function of an operation. */
export function useOperationMutation<Id extends OperationId, Input extends object, Context>(
  { mutationKey, mutationFn }: MutationOptions<Id, Input>,
  options: MutationHookOptions<Id, Input, Context> | undefined,
): MutationHookResult<Id, Input, Context> {
  return useMutation({ ...options, mutationKey, mutationFn })
}
