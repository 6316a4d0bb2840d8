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
  MutationHookOptions,
  MutationHookResult,
  QueryHookOptions,
  QueryHookResult,
} from './runtime/hooks.ts'
export { keyOf, type OperationKey } from './runtime/keys.ts'
export type { MutationFactory, MutationOptions, Variables } from './runtime/mutation.ts'
export type { InputArgument } from './runtime/operation-call.ts'
export { UserApiProvider, type UserApiProviderProps, useClient } from './runtime/provider.ts'
export type { QueryData, QueryFactory, QueryOptions } from './runtime/query.ts'
