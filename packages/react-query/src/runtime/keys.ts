import { type DataTag, type QueryKey, queryOptions } from '@tanstack/react-query'
import type { OperationId } from '@windmill-user-api/client'

/** Begins every key of this package, so that an app's own keys never meet them. */
export const scope = 'windmill-user-api'

/** The key of one query: what was called, and with what. */
export type OperationKey<Id extends string, Input extends object> = readonly [
  scope: typeof scope,
  operation: Id,
  input: Input,
]

/**
 * The beginning of the keys of all queries of an operation; without one, of all queries of this package.
 *
 * @example
 * queryClient.invalidateQueries({ queryKey: keyOf('listUsers') })
 */
export function keyOf(operation?: OperationId): readonly [scope: typeof scope, operation?: OperationId] {
  return operation ? [scope, operation] : [scope]
}

/** Tags a key with the types of what is held under it, by TanStack Query's own helper: the tag exists for the compiler only. */
export function taggedKey<Data, Failure, Key extends QueryKey>(key: Key): DataTag<Key, Data, Failure> {
  return queryOptions<Data, Failure, Data, Key>({ queryKey: key }).queryKey
}
