import type { Client, OperationId } from '@windmill-user-api/client'

/** Begins every key of this package, so that an app's own keys never meet them. */
export const product = 'windmill-user-api'

/** What a key says of a client: its server and account, and never a token. */
export type Scoped = Pick<Client, 'scope'>

/** The key of one query: whose data it is, what was called, and with what. The input of a skipped query is `null`. */
export type OperationKey<Id extends string, Input> = readonly [
  product: typeof product,
  scope: string,
  operation: Id,
  input: Input,
]

/** The beginning of the keys of a client: of everything that is held for it, or of one operation. */
export type KeyPrefix = readonly [product: typeof product, scope: string, operation?: OperationId]

/**
 * The beginning of the keys of everything that is held for a client; with an operation, of its queries or mutations. Two clients whose
 * `scope` differs share no key.
 *
 * @example
 * queryClient.invalidateQueries({ queryKey: keyOf(client, 'listUsers') })
 */
export function keyOf(client: Scoped, operation?: OperationId): KeyPrefix {
  const scope = scopeOf(client)
  return operation ? [product, scope, operation] : [product, scope]
}

/**
 * The scope of a client, as keys have it.
 *
 * @throws TypeError for one that is no text, because a function or a promise would be the same in the keys of every account.
 */
export function scopeOf({ scope }: Scoped): string {
  if (typeof scope === 'string') return scope
  throw new TypeError('refused scope, expected text')
}
