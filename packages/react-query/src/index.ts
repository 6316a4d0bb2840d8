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
export * from './generated/hooks.ts'
export * from './on-server.ts'
export type { HookArguments, SkippableInput } from './runtime/hook-arguments.ts'
export type {
  DefinedInfiniteQueryHookOptions,
  DefinedInfiniteQueryHookResult,
  InfiniteQueryHook,
  InfiniteQueryHookOptions,
  InfiniteQueryHookResult,
} from './runtime/infinite-query-hook.ts'
export type { MutationHook, MutationHookOptions, MutationHookResult } from './runtime/mutation-hook.ts'
export { UserApiProvider, type UserApiProviderProps, useClient } from './runtime/provider.ts'
export type {
  DefinedQueryHookOptions,
  DefinedQueryHookResult,
  QueryHook,
  QueryHookOptions,
  QueryHookResult,
} from './runtime/query-hook.ts'
