/**
 * TanStack Query for the user API: options and hooks for every operation.
 *
 * @example
 * import { useListUsers } from '@windmill-user-api/react-query'
 *
 * const { data, error } = useListUsers({ workspace: 'demo' })
 *
 * @packageDocumentation
 */
export * from './generated/index.ts'
export type {
  InfiniteQueryHookOptions,
  InfiniteQueryHookResult,
  MutationHookOptions,
  MutationHookResult,
  QueryHookOptions,
  QueryHookResult,
} from './runtime/hooks.ts'
export type {
  InfiniteKey,
  InfiniteQueryFactory,
  InfiniteQueryOptions,
  Pages,
} from './runtime/infinite-query.ts'
export { keyOf, type OperationKey } from './runtime/keys.ts'
export type {
  Affected,
  MutationContext,
  MutationFactory,
  MutationOptions,
  Variables,
} from './runtime/mutation.ts'
export type { InputArgument } from './runtime/operation-call.ts'
export { UserApiProvider, type UserApiProviderProps, useClient } from './runtime/provider.ts'
export type { QueryData, QueryFactory, QueryOptions } from './runtime/query.ts'
