import type { QueryClient } from '@tanstack/react-query'
import { type OperationId, RefusedError } from '@windmill-user-api/client'
import { keyOf, type Scoped } from './keys.ts'

/** When the queries that a mutation changes are read again. */
export type Invalidation = 'background' | 'awaited' | 'off'

const kinds: readonly Invalidation[] = ['background', 'awaited', 'off']

/** @throws RefusedError for what is none of them. */
export function invalidationOf(settings?: {
  readonly invalidation?: Invalidation | undefined
}): Invalidation {
  const { invalidation = 'background' } = settings ?? {}
  if (kinds.includes(invalidation)) return invalidation
  throw new RefusedError('invalidation', `'${kinds.join("', '")}'`)
}

/** The queries that a mutation changes, by the paths of the document. */
export interface Affected {
  /** Their operations. */
  readonly queries: readonly OperationId[]
  /** Members of the input that a query has in common with the mutation: `workspace`. */
  readonly by: readonly string[]
}

/**
 * Marks the queries that a mutation has changed, and reads those again that are shown. What another running mutation changes too is
 * left to that one, because the server does not yet know what it shows optimistically.
 *
 * @see https://tkdodo.eu/blog/concurrent-optimistic-updates-in-react-query
 */
export async function readAgain(
  queryClient: QueryClient,
  client: Scoped,
  { queries, by }: Affected,
  input: object,
): Promise<void> {
  const common = Object.fromEntries(Object.entries(input).filter(([name]) => by.includes(name)))
  for (const id of queries) {
    void queryClient.invalidateQueries({ queryKey: [...keyOf(client, id), common], refetchType: 'none' })
  }
  const running = runningChanges(queryClient, client)
  const changes = (id: unknown) => running.filter((changed) => changed === id).length
  await queryClient.refetchQueries({
    queryKey: keyOf(client),
    type: 'active',
    predicate: ({ queryKey: [, , id], state }) => {
      const isOwn = queries.some((query) => query === id)
      // A query that has failed is marked too. Of those, nobody has left one to this mutation.
      const isMarked = state.isInvalidated && (isOwn || state.status === 'success')
      // The mutation that ends now is still among those that run.
      return isMarked && changes(id) <= (isOwn ? 1 : 0)
    },
  })
}

/** The operations of all queries that the running mutations of a client change; one that two of them change is there twice. */
function runningChanges(queryClient: QueryClient, client: Scoped): readonly unknown[] {
  const running = queryClient.getMutationCache().findAll({
    mutationKey: keyOf(client),
    status: 'pending',
    predicate: ({ state }) => !state.isPaused,
  })
  return running.flatMap(({ meta }) => (Array.isArray(meta?.['affects']) ? meta['affects'] : []))
}
