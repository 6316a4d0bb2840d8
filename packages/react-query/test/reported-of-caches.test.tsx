import {
  isCancelledError,
  QueryClient,
  type QueryFunction,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import {
  createUserMutation,
  keyOf,
  listTokensQuery,
  listUsernamesQuery,
  listUsersAsSuperAdminInfiniteQuery,
  useDeleteUser,
  useGlobalUserUpdate,
  useListTokens,
  useListUsernames,
  useListUsersAsSuperAdminInfinite,
  useWhois,
  whoisQuery,
} from '../src/index.ts'
import { clientOf, text } from './support/server.ts'
import { within } from './support/within.tsx'

// What users have reported of generated queries and of TanStack Query's cache, tried on this package.

afterEach(cleanup)

const ada = { workspace: 'demo', username: 'ada' }

/** A server that returns numbered accounts, a page at a time. */
function accounts(count: number) {
  const pages: string[] = []
  const emails = Array.from({ length: count }, (_, index) => `${index + 1}@example.com`)
  const client = clientOf(({ url, method }) => {
    if (method !== 'GET') return text('updated')
    const { searchParams } = new URL(url)
    const [page, size] = [Number(searchParams.get('page')), Number(searchParams.get('per_page'))]
    pages.push(`${page} of ${size}`)
    return Response.json(emails.slice((page - 1) * size, page * size).map((email) => ({ email })))
  })
  return { client, pages, emails }
}

/** @see https://github.com/openapi-ts/openapi-typescript/issues/2377 */
test('options that a component waits for can be fetched inside of another query', async () => {
  const client = clientOf(() => Response.json({ username: 'ada' }))
  const { wrapper, queryClient } = within(client)
  const both = () => {
    const waited = useSuspenseQuery(whoisQuery(client, ada))
    const fetched = useQuery({
      queryKey: ['name of ada'],
      queryFn: async () => (await queryClient.fetchQuery(whoisQuery(client, ada))).username,
    })
    return [waited.data.username, fetched.data]
  }
  const { result } = renderHook(both, { wrapper })

  await expect.poll(() => result.current).toEqual(['ada', 'ada'])
})

/** @see https://github.com/openapi-ts/openapi-typescript/issues/2359 */
test('another key does not change what is called', async () => {
  const client = clientOf(({ url }) => Response.json([new URL(url).pathname]))
  const { queryFn } = listUsernamesQuery(client, { workspace: 'demo' })
  const options = { queryKey: ['mine', 1], queryFn: queryFn as QueryFunction<string[]> }

  expect(await new QueryClient().fetchQuery(options)).toEqual(['/api/w/demo/users/list_usernames'])
})

/** @see https://github.com/openapi-ts/openapi-typescript/pull/2777 */
test('two servers in one component each have their own data', async () => {
  const one = clientOf(() => Response.json(['one']))
  const other = clientOf(() => Response.json(['other']), { baseUrl: 'http://localhost:8100/api' })
  const both = () =>
    [one, other].map((client) => useQuery(listUsernamesQuery(client, { workspace: 'demo' })).data)
  const { result } = renderHook(both, within(one))

  await expect.poll(() => result.current).toEqual([['one'], ['other']])
})

/** @see https://github.com/openapi-ts/openapi-typescript/issues/1972 */
test('what a loader has ensured without an input, the hook shows at once', async () => {
  let reads = 0
  const client = clientOf(() => {
    reads++
    return Response.json([{ label: 'ci' }])
  })
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } })
  await queryClient.ensureQueryData(listTokensQuery(client))
  const { result } = renderHook(() => useListTokens(), within(client, queryClient))

  expect(result.current.data?.map(({ label }) => label)).toEqual(['ci'])
  expect(reads).toBe(1)
})

describe('the options of a hook', () => {
  /** @see https://github.com/kubb-labs/kubb/issues/2523 */
  test('switch it off and on', async () => {
    let reads = 0
    const client = clientOf(() => {
      reads++
      return Response.json({ username: 'ada' })
    })
    const whois = ({ enabled }: { enabled: boolean }) => useWhois(ada, { enabled })
    const initialProps = { enabled: false }
    const { result, rerender } = renderHook(whois, { ...within(client), initialProps })
    expect([result.current.fetchStatus, reads]).toEqual(['idle', 0])

    rerender({ enabled: true })

    await expect.poll(() => result.current.data?.username).toBe('ada')
  })

  /** @see https://github.com/hey-api/hey-api/issues/3110 */
  test('are those of TanStack Query', async () => {
    let reads = 0
    const client = clientOf(() => {
      reads++
      return Response.json(['ada', 'grace'])
    })
    const first = () =>
      useListUsernames(
        { workspace: 'demo' },
        {
          select: ([name]) => name,
          placeholderData: ['somebody'],
          refetchInterval: 1,
          meta: { page: 'members' },
        },
      )
    const { result } = renderHook(first, within(client))
    expect([result.current.data, result.current.isPlaceholderData]).toEqual(['somebody', true])

    await expect.poll(() => result.current.data).toBe('ada')
    await expect.poll(() => reads).toBeGreaterThan(2)
  })
})

/** @see https://github.com/hey-api/hey-api/issues/2400 */
test('cancelling a query ends its request, and leaves its neighbour alone', async () => {
  const aborted: string[] = []
  let answer: (response: Response) => void = () => {}
  const client = clientOf(({ url, signal }) => {
    const { pathname } = new URL(url)
    signal.addEventListener('abort', () => aborted.push(pathname))
    return new Promise((resolve) => (answer = resolve))
  })
  const queryClient = new QueryClient()
  const whois = queryClient.fetchQuery(whoisQuery(client, ada)).catch(isCancelledError)
  await expect.poll(() => queryClient.isFetching()).toBe(1)
  const names = queryClient.fetchQuery(listUsernamesQuery(client, { workspace: 'demo' }))

  await queryClient.cancelQueries({ queryKey: keyOf(client, 'whois') })
  answer(Response.json(['ada']))

  expect(await Promise.all([whois, names])).toEqual([true, ['ada']])
  expect(aborted).toEqual(['/api/w/demo/users/whois/ada'])
})

describe('pages', () => {
  /** @see https://github.com/kubb-labs/kubb/issues/1863 */
  test('leave the input as it was given', async () => {
    const { client, pages } = accounts(5)
    const input = Object.freeze({ per_page: 2 })
    const { result } = renderHook(() => useListUsersAsSuperAdminInfinite(input), within(client))
    await expect.poll(() => result.current.hasNextPage).toBe(true)

    await act(() => result.current.fetchNextPage())
    await act(() => result.current.fetchNextPage())

    expect(pages).toEqual(['1 of 2', '2 of 2', '3 of 2'])
    expect(input).toEqual({ per_page: 2 })
    await expect.poll(() => result.current.hasNextPage).toBe(false)
  })

  /** @see https://github.com/trpc/trpc/pull/5421 */
  test('are all read again after a mutation that changes one', async () => {
    const { client, pages } = accounts(3)
    const hooks = () => ({
      list: useListUsersAsSuperAdminInfinite({ per_page: 2 }),
      update: useGlobalUserUpdate({ invalidation: 'awaited' }),
    })
    const { result } = renderHook(hooks, within(client))
    await expect.poll(() => result.current.list.hasNextPage).toBe(true)
    await act(() => result.current.list.fetchNextPage())

    await act(() =>
      result.current.update.mutateAsync({ email: '1@example.com', body: { is_super_admin: true } }),
    )

    expect(pages).toEqual(['1 of 2', '2 of 2', '1 of 2', '2 of 2'])
  })

  /** @see https://github.com/TanStack/query/issues/2418 */
  test('hold no item twice after one was removed', async () => {
    const { client, emails } = accounts(5)
    const queryClient = new QueryClient()
    const options = listUsersAsSuperAdminInfiniteQuery(client, { per_page: 2 })
    await queryClient.fetchInfiniteQuery({ ...options, pages: 3 })
    emails.splice(0, 1)

    const { pages } = await queryClient.fetchInfiniteQuery({ ...options, pages: 3 })

    expect(pages.flat().map(({ email }) => email)).toEqual(emails)
  })
})

/** @see https://github.com/orval-labs/orval/issues/3190 */
test('a mutation reads again what another scope names its own way', async () => {
  let reads = 0
  const client = clientOf(
    ({ method }) => {
      if (method === 'GET') reads++
      return method === 'GET' ? Response.json(['ada']) : text('deleted')
    },
    { scope: 'ada@example.com' },
  )
  const hooks = () => ({
    names: useListUsernames({ workspace: 'demo' }),
    remove: useDeleteUser({ invalidation: 'awaited' }),
  })
  const { result } = renderHook(hooks, within(client))
  await expect.poll(() => reads).toBe(1)

  await act(() => result.current.remove.mutateAsync({ workspace: 'demo', username: 'grace' }))

  expect(reads).toBe(2)
  expect(createUserMutation(client).mutationKey).toContain('ada@example.com')
})
