import {
  QueryClient,
  useIsMutating,
  useMutationState,
  usePrefetchQuery,
  useQueries,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { act, cleanup, renderHook } from '@testing-library/react'
import type { OperationId } from '@windmill-user-api/client'
import { afterEach, describe, expect, test } from 'vitest'
import {
  keyOf,
  listUsernamesQuery,
  listUsersAsSuperAdminInfiniteQuery,
  useClient,
  useCreateUser,
  useListTokens,
  useListUsersAsSuperAdmin,
  useListUsersAsSuperAdminInfinite,
  useWhois,
  whoisQuery,
} from '../src/index.ts'
import { query } from '../src/runtime/query.ts'
import { clientOf, text } from './support/server.ts'
import { within } from './support/within.tsx'

// What users have reported of other packages that generate queries, tried on this one.

afterEach(cleanup)

const ada = { workspace: 'demo', username: 'ada' }
const body = { email: 'katherine@example.com', username: 'katherine', is_admin: false }

/** @see https://github.com/openapi-ts/openapi-typescript/issues/2184 */
test('a list and its pages can be on one page with the same input', async () => {
  const client = clientOf(() => Response.json([{ email: 'ada@example.com' }]))
  const both = () => ({ list: useListUsersAsSuperAdmin(), pages: useListUsersAsSuperAdminInfinite() })
  const { result } = renderHook(both, within(client))

  await expect.poll(() => result.current.pages.data?.pages).toEqual([[{ email: 'ada@example.com' }]])
  expect(result.current.list.data).toEqual([{ email: 'ada@example.com' }])
})

/** @see https://github.com/openapi-ts/openapi-typescript/issues/2258 */
test('select of a hook of pages decides what data is', async () => {
  const client = clientOf(() => Response.json([{ email: 'ada@example.com' }]))
  const emails = () =>
    useListUsersAsSuperAdminInfinite({}, { select: ({ pages }) => pages.flat().map(({ email }) => email) })
  const { result } = renderHook(emails, within(client))

  await expect.poll((): string[] | undefined => result.current.data).toEqual(['ada@example.com'])
})

describe('a result without content', () => {
  const results: readonly [unknown, unknown][] = [
    [undefined, null],
    [null, null],
    ['', ''],
    [0, 0],
    [false, false],
  ]

  /** @see https://github.com/openapi-ts/openapi-typescript/issues/2234 */
  test.each(results)('that is %j is held as %j', async (result, held) => {
    const id: OperationId = 'getCurrentEmail'
    const operation = Object.assign(() => Promise.resolve(result as string), { id })
    const options = query<'getCurrentEmail', object>(operation)(clientOf(() => text('')))

    expect(await new QueryClient().fetchQuery(options)).toBe(held)
  })

  /** @see https://github.com/openapi-ts/openapi-typescript/issues/2070 */
  test('is an error, if the status is one', async () => {
    const client = clientOf(() => new Response(null, { status: 403 }))
    const { result } = renderHook(() => useWhois(ada), within(client))

    await expect.poll(() => result.current.error?.status).toBe(403)
    expect(result.current.data).toBeUndefined()
  })
})

/** @see https://github.com/dotansimha/graphql-code-generator-community/issues/866 */
test('no input and an empty one are one query', async () => {
  const sent: string[] = []
  const client = clientOf(({ url }) => {
    sent.push(url)
    return Response.json([])
  })
  const three = () => [useListTokens(), useListTokens({}), useListTokens(undefined)]
  const { result } = renderHook(three, within(client))

  await expect.poll(() => result.current.map(({ status }) => status)).toEqual(Array(3).fill('success'))
  expect(sent).toHaveLength(1)
})

/** @see https://github.com/bigcapitalhq/bigcapital/issues/1435 */
test('a key of an operation that is undefined is that of the client, and matches', async () => {
  const client = clientOf(() => Response.json(['ada']))
  const queryClient = new QueryClient()
  await queryClient.fetchQuery(listUsernamesQuery(client, { workspace: 'demo' }))

  await queryClient.invalidateQueries({ queryKey: keyOf(client, undefined) })

  const { queryKey } = listUsernamesQuery(client, { workspace: 'demo' })
  expect(queryClient.getQueryState(queryKey)?.isInvalidated).toBe(true)
})

/** @see https://github.com/hey-api/hey-api/issues/3845 */
test('a running mutation is found by its key, with its input', async () => {
  let answer: (response: Response) => void = () => {}
  const client = clientOf(({ method }) =>
    method === 'GET' ? Response.json([]) : new Promise((resolve) => (answer = resolve)),
  )
  const mutationKey = keyOf(client, 'createUser')
  const running = () => ({
    create: useCreateUser(),
    count: useIsMutating({ mutationKey }),
    inputs: useMutationState({
      filters: { mutationKey, status: 'pending' },
      select: ({ state }) => state.variables,
    }),
  })
  const { result } = renderHook(running, within(client))

  act(() => result.current.create.mutate({ workspace: 'demo', body }))

  await expect.poll(() => result.current.count).toBe(1)
  expect(result.current.inputs).toEqual([{ workspace: 'demo', body }])
  await act(async () => answer(text('added', 201)))
  await expect.poll(() => result.current.count).toBe(0)
})

/** @see https://github.com/orval-labs/orval/pull/2926 */
test('every callback of the caller runs, and the lists are read again all the same', async () => {
  let reads = 0
  const client = clientOf(({ method }) => {
    if (method === 'GET') reads++
    return method === 'GET' ? Response.json([]) : text('added', 201)
  })
  const called: string[] = []
  const options = {
    onMutate: () => void called.push('onMutate'),
    onSuccess: () => void called.push('onSuccess'),
    onSettled: () => void called.push('onSettled'),
    invalidation: 'awaited',
  } as const
  const { wrapper, queryClient } = within(client)
  const { result } = renderHook(() => useCreateUser(options), { wrapper })
  renderHook(() => useWhois(ada), { wrapper: within(client, queryClient).wrapper })
  await expect.poll(() => reads).toBe(1)

  await act(() => result.current.mutateAsync({ workspace: 'demo', body }))

  expect(called).toEqual(['onMutate', 'onSuccess', 'onSettled'])
  expect(reads).toBe(2)
})

/** @see https://github.com/openapi-ts/openapi-typescript/issues/2326 */
test('options work with suspense, pages, prefetching and several queries at once', async () => {
  const sent: string[] = []
  const client = clientOf(({ url }) => {
    const { pathname } = new URL(url)
    sent.push(pathname)
    return Response.json(pathname.includes('whois') ? { username: 'ada' } : ['ada'])
  })
  const all = () => {
    const given = useClient()
    usePrefetchQuery(whoisQuery(given, ada))
    const pages = useSuspenseInfiniteQuery(listUsersAsSuperAdminInfiniteQuery(given))
    const user = useSuspenseQuery(whoisQuery(given, ada))
    const [names] = useQueries({ queries: [listUsernamesQuery(given, { workspace: 'demo' })] })
    return { pages: pages.data.pages, username: user.data.username, names: names.data }
  }
  const { result } = renderHook(all, within(client))

  await expect.poll(() => result.current?.names).toEqual(['ada'])
  expect(result.current).toEqual({ pages: [['ada']], username: 'ada', names: ['ada'] })
  expect(sent.filter((path) => path.includes('whois'))).toHaveLength(1)
})

/** @see https://github.com/7nohe/openapi-react-query-codegen/issues/68 */
test('initialData is shown at once', () => {
  const client = clientOf(() => new Promise(() => {}))
  const initialData = {
    username: 'ada',
    email: 'ada@example.com',
    is_admin: false,
    is_super_admin: false,
    created_at: '2026-01-01T00:00:00Z',
    operator: false,
    disabled: false,
  }
  const { result } = renderHook(() => useWhois(ada, { initialData }), within(client))

  expect(result.current.data.email).toBe('ada@example.com')
})

test('StrictMode, which mounts twice, ends with the data', async () => {
  const client = clientOf(({ signal }) => {
    if (signal.aborted) throw signal.reason
    return Response.json({ username: 'ada' })
  })
  const { wrapper } = within(client)
  const { result } = renderHook(() => useWhois(ada), { wrapper, reactStrictMode: true })

  await expect.poll(() => result.current.data?.username).toBe('ada')
  expect(result.current.error).toBeNull()
})

test('defaults can be set for one operation', async () => {
  let reads = 0
  const client = clientOf(() => {
    reads++
    return Response.json({ username: 'ada' })
  })
  const queryClient = new QueryClient()
  queryClient.setQueryDefaults(keyOf(client, 'whois'), { staleTime: Number.POSITIVE_INFINITY })

  await queryClient.fetchQuery(whoisQuery(client, ada))
  await queryClient.fetchQuery(whoisQuery(client, ada))

  expect(reads).toBe(1)
})
