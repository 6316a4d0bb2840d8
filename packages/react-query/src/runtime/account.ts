import type { Query, QueryClient } from '@tanstack/react-query'
import { keyOf, type Scoped } from './keys.ts'

/**
 * Forgets everything that is held for a client, so that nobody sees the data of the person who was signed in before: results, running
 * reads, and changes that wait for the network. Queries that are shown begin anew, without data. The promise resolves when they are done.
 * The hooks that sign in and out do this by themselves; call it if the account changes in another way. If the client changes too, change
 * that first.
 *
 * @example
 * await forgetAccount(queryClient, client)
 */
export async function forgetAccount(queryClient: QueryClient, client: Scoped): Promise<void> {
  dropAccount(queryClient, client)
  await queryClient.refetchQueries({ queryKey: keyOf(client), type: 'active' })
}

/** Drops everything that is held for a client, and reads nothing again. */
export function dropAccount(queryClient: QueryClient, client: Scoped): void {
  const mutations = queryClient.getMutationCache()
  for (const mutation of mutations.findAll({ mutationKey: keyOf(client) }))
    if (mutation.state.status !== 'pending' || mutation.state.isPaused) mutations.remove(mutation)
  const queries = queryClient.getQueryCache()
  const held = queries.findAll({ queryKey: keyOf(client) })
  for (const query of held) {
    query.reset()
    // One without observers would stay in the cache for good.
    if (query.getObserversCount() === 0) queries.remove(query)
  }
  for (const { observers } of held) for (const observer of observers) askAgain(observer)
}

/** TanStack Query shows what `placeholderData` has made of another page for as long as the function is the same. */
function askAgain(observer: Query['observers'][number]): void {
  const { placeholderData: given, ...options } = observer.options
  if (typeof given === 'function')
    observer.setOptions({ ...options, placeholderData: (...previous: unknown[]) => given(...previous) })
}
