import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { isErrorOfKind } from '@windmill-user-api/client'
import { describe, expect, test } from 'vitest'
import {
  listUsersAsSuperAdminInfiniteQuery,
  setPasswordMutation,
  updateUserMutation,
  whoisQuery,
} from '../src/index.ts'
import { clientOf, text } from './support/server.ts'

const ada = { workspace: 'demo', username: 'ada' }

/** A client whose server always fails with a status, and how often that was asked. */
function failing(status: number, options?: Parameters<typeof clientOf>[1]) {
  const asked = { times: 0 }
  const client = clientOf(() => {
    asked.times++
    return text('Failure', status)
  }, options)
  return { asked, client }
}

/** Waits until a query has failed for good. */
async function failure(queryClient: QueryClient, options: object): Promise<void> {
  const observer = new QueryObserver(queryClient, { retryDelay: 0, queryKey: [], ...options })
  await new Promise<void>((resolve) => {
    observer.subscribe(({ isError }) => isError && resolve())
  })
  observer.destroy()
}

test.each([
  [401, 1],
  [403, 1],
  [404, 1],
  [500, 1],
  [429, 3],
  [503, 3],
])('a query that fails with %i makes %i requests under a default QueryClient', async (status, times) => {
  const { asked, client } = failing(status)

  await failure(new QueryClient(), whoisQuery(client, ada))

  expect(asked.times).toBe(times)
})

test('so does an infinite query', async () => {
  const { asked, client } = failing(503)
  const options = listUsersAsSuperAdminInfiniteQuery(client)

  await new QueryClient().fetchInfiniteQuery(options).catch(() => {})

  expect(asked.times).toBe(3)
})

test('a query is asked once if the client does not retry', async () => {
  const { asked, client } = failing(503, { retry: false })

  await failure(new QueryClient(), whoisQuery(client, ada))

  expect(asked.times).toBe(1)
})

describe('an application that sets retry itself', () => {
  test('gets that many retries, and not a multiple', async () => {
    const { asked, client } = failing(503)

    await failure(new QueryClient(), { ...whoisQuery(client, ada), retry: 4 })

    expect(asked.times).toBe(5)
  })

  test('gets none with false', async () => {
    const { asked, client } = failing(503)

    await failure(new QueryClient(), { ...whoisQuery(client, ada), retry: false })

    expect(asked.times).toBe(1)
  })

  test('gets what its function decides', async () => {
    const { asked, client } = failing(503)
    const retry = (failureCount: number) => failureCount < 1

    await failure(new QueryClient(), { ...whoisQuery(client, ada), retry })

    expect(asked.times).toBe(2)
  })

  test.each([
    [
      'of all queries',
      (queryClient: QueryClient) => queryClient.setDefaultOptions({ queries: { retry: 4 } }),
    ],
    [
      'under a key',
      (queryClient: QueryClient) => queryClient.setQueryDefaults(['windmill-user-api'], { retry: 4 }),
    ],
  ])('gets as many with a default %s, and not a multiple', async (_, set) => {
    const { asked, client } = failing(503)
    const queryClient = new QueryClient()
    set(queryClient)

    await failure(queryClient, whoisQuery(client, ada))

    expect(asked.times).toBe(5)
  })

  test.each([
    ['none', false, 1],
    ['none either', 0, 1],
    ['one, by the count', (failureCount: number) => failureCount < 1, 2],
    ['none, by the error', (_: number, error: Error) => isErrorOfKind('network', error), 1],
  ])('gets what a default decides: %s', async (_, retry, times) => {
    const { asked, client } = failing(503)

    await failure(new QueryClient({ defaultOptions: { queries: { retry } } }), whoisQuery(client, ada))

    expect(asked.times).toBe(times)
  })

  test('gets as many of an infinite query with a default', async () => {
    const { asked, client } = failing(503)
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: 4, retryDelay: 0 } } })

    await queryClient.fetchInfiniteQuery(listUsersAsSuperAdminInfiniteQuery(client)).catch(() => {})

    expect(asked.times).toBe(5)
  })

  test.each([
    [1, 2],
    [false, 1],
  ])('gets what a default of all mutations decides: %s, %i requests', async (retry, times) => {
    const { asked, client } = failing(503)
    const queryClient = new QueryClient({ defaultOptions: { mutations: { retry, retryDelay: 0 } } })

    const observer = new MutationObserver(queryClient, updateUserMutation(client))
    await observer.mutate({ ...ada, body: { is_admin: true } }).catch(() => {})

    expect(asked.times).toBe(times)
  })

  test('gets as many of a mutation whose input has a secret', async () => {
    const { asked, client } = failing(429)
    const options = { ...setPasswordMutation(client), retry: 2, retryDelay: 0 }

    const observer = new MutationObserver(new QueryClient(), options)
    await observer.mutate({ body: { password: 'analytical-engine' } }).catch(() => {})

    expect(asked.times).toBe(3)
  })

  test('gets as many of a mutation', async () => {
    const { asked, client } = failing(503)
    const queryClient = new QueryClient()
    const options = { ...updateUserMutation(client), retry: 1, retryDelay: 0 }

    const mutation = queryClient.getMutationCache().build(queryClient, options)
    await mutation.execute({ ...ada, body: { is_admin: true } }).catch(() => {})

    expect(asked.times).toBe(2)
  })
})
