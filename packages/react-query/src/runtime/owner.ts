import type { QueryClient } from '@tanstack/react-query'
import type { Client } from '@windmill-user-api/client'
import { dropAccount } from './account.ts'
import { shared } from './shared.ts'

/** The client whose results a cache holds under a scope: the one that a provider has shown last. */
interface Owner {
  readonly client: Client
  /** Whether its results were dropped, because another client is about to be shown. */
  isDropped?: boolean
}

/** By scope. It outlives every provider, because what was read does, too. */
function ownersOf(queryClient: QueryClient): Map<string, Owner> {
  const all = shared('owners', () => new WeakMap<QueryClient, Map<string, Owner>>())
  const owners = all.get(queryClient) ?? new Map<string, Owner>()
  all.set(queryClient, owners)
  return owners
}

/**
 * Drops what is held under the scope of a client if another one was shown there before. What nobody has shown yet stays: it was loaded
 * ahead, or on a server. So does what a client reads that suspends and is made anew each time.
 */
export function dropOfOthers(queryClient: QueryClient, client: Client): void {
  const owner = ownersOf(queryClient).get(client.scope)
  // The default scope is a server, where anybody may be signed in: its base URL, or the end of it where that is relative to the page. One
  // that the application has given is an account.
  const isAccount = !client.baseUrl.endsWith(client.scope)
  if (!owner || owner.client === client || owner.isDropped || isAccount) return
  owner.isDropped = true
  dropAccount(queryClient, client)
}

/** Remembers that what is held under the scope of a client belongs to it from now on. */
export function own(queryClient: QueryClient, client: Client): void {
  ownersOf(queryClient).set(client.scope, { client })
}
