/** What works on a server as well: it loads nothing of React. */
export * from './generated/options.ts'
export { forgetAccount } from './runtime/account.ts'
export type {
  InfiniteKey,
  InfiniteQueryFactory,
  InfiniteQueryOptions,
  Pages,
  Paging,
  SkippableInfiniteQueryOptions,
} from './runtime/infinite-query.ts'
export type { Affected, Invalidation } from './runtime/invalidation.ts'
export { type KeyPrefix, keyOf, type OperationKey, type Scoped } from './runtime/keys.ts'
export type {
  MutationFactory,
  MutationFacts,
  MutationKey,
  MutationOptions,
  MutationSettings,
  Variables,
} from './runtime/mutation.ts'
export type { InputArgument, OperationCall } from './runtime/operation-call.ts'
export type {
  QueryData,
  QueryFactory,
  QueryOptions,
  Skippable,
  SkippableQueryOptions,
} from './runtime/query.ts'
export type { SecretPath } from './runtime/secrets.ts'
