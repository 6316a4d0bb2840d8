import type { QueryClient } from '@tanstack/react-query'
import { keyOf, type Scoped } from './keys.ts'

/**
 * Forgets everything that is held for a client, so that nobody sees the data of the person who was signed in before: results, running
 * reads, and changes that wait for the network. Queries that are shown begin anew, without data. The promise resolves when they are done.
 * The hooks that sign in and out do this by themselves; call it if the account changes in another way.
 *
 * @example
 * await forgetAccount(queryClient, client)
 */
export async function forgetAccount(queryClient: QueryClient, client: Scoped): Promise<void> {
  const mutations = queryClient.getMutationCache()
  for (const mutation of mutations.findAll({ mutationKey: keyOf(client) }))
    if (mutation.state.status !== 'pending' || mutation.state.isPaused) mutations.remove(mutation)
  // A query without observers that is reset would stay in the cache for good.
  queryClient.removeQueries({
    queryKey: keyOf(client),
    predicate: (query) => query.getObserversCount() === 0,
  })
  await queryClient.resetQueries({ queryKey: keyOf(client) })
}
