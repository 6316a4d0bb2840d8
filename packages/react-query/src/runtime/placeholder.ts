import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'

type Placeholder = (data: unknown, query: Pick<Query, 'queryKey'> | undefined) => unknown

/**
 * The `placeholderData` of a hook, or that of the application's defaults, whose function gets nothing of another scope: with
 * `keepPreviousData`, one account would see what another has read.
 */
export function placeholderWithin(
  queryClient: QueryClient,
  { queryKey, ...options }: { readonly queryKey: QueryKey; readonly placeholderData?: unknown },
): unknown {
  const { placeholderData: given } = queryClient.defaultQueryOptions({ ...options, queryKey } as never)
  if (typeof given !== 'function') return given
  const placeholder: Placeholder = (data, query) =>
    query?.queryKey[1] === queryKey[1] ? given(data, query) : given(undefined, undefined)
  return placeholder
}
