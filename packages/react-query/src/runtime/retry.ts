import type { DefaultOptions, QueryClient, QueryKey } from '@tanstack/react-query'
import type { CallOptions } from '@windmill-user-api/client'

/** What TanStack Query tells the function of a query. */
export interface QueryContext {
  readonly client: QueryClient
  readonly queryKey: QueryKey
  readonly signal: AbortSignal
}

type Retry = NonNullable<DefaultOptions['queries']>['retry']

/** What the application has set for all its queries, by the failure of one of them: `leftToClient` hears of nothing else. */
const defaults = /* @__PURE__ */ new WeakMap<object, Retry>()

/** The `retry` of every query: that of the application's defaults. Without one none, because the client has retried, by the kind of error. */
export function leftToClient(failureCount: number, error: Error): boolean {
  const retry = defaults.get(Object(error))
  if (typeof retry === 'function') return retry(failureCount, error)
  return retry === true || failureCount < Number(retry ?? 0)
}

/** Calls for a query. If the application sets another `retry`, only that one applies, and never both multiplied. */
export async function retriedByOne<Result>(
  { client, queryKey, signal }: QueryContext,
  call: (options: CallOptions) => Promise<Result>,
): Promise<Result> {
  const query = client
    .getQueryCache()
    .getAll()
    .find((held) => held.queryKey === queryKey)
  const isOwn = query && query.options.retry !== leftToClient
  const { retry } = client.defaultQueryOptions({ queryKey })
  try {
    return await call(isOwn || retry !== undefined ? { signal, retry: false } : { signal })
  } catch (error) {
    defaults.set(Object(error), retry)
    throw error
  }
}
