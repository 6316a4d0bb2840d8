import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { CallOptions } from '@windmill-user-api/client'

/** What TanStack Query tells the function of a query. */
export interface QueryContext {
  readonly client: QueryClient
  readonly queryKey: QueryKey
  readonly signal: AbortSignal
}

/** The `retry` of every query: none, because the client has retried already, as the kind of error allows. */
export function leftToClient(): boolean {
  return false
}

/** The options of a query's call. If the application sets another `retry`, only that one applies, and never both multiplied. */
export function callOptionsOf({ client, queryKey, signal }: QueryContext): CallOptions {
  const query = client
    .getQueryCache()
    .getAll()
    .find((held) => held.queryKey === queryKey)
  return !query || query.options.retry === leftToClient ? { signal } : { signal, retry: false }
}
