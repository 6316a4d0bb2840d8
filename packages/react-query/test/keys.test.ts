import { dehydrate, hydrate, QueryClient } from '@tanstack/react-query'
import { type Client, createClient } from '@windmill-user-api/client'
import { describe, expect, test } from 'vitest'
import {
  createUserMutation,
  keyOf,
  listUsernamesQuery,
  listUsersAsSuperAdminInfiniteQuery,
  listUsersAsSuperAdminQuery,
  whoisQuery,
} from '../src/index.ts'

const demo = { workspace: 'demo' }

/** A client of a server that answers each list with its own name. */
function clientOf(baseUrl: string, scope?: string): Client {
  const answer = () => Response.json([`${scope ?? baseUrl}`])
  return createClient({
    baseUrl,
    scope,
    auth: { kind: 'bearer', token: `secret-of-${scope}` },
    fetch: async () => answer(),
  })
}

const production = clientOf('https://windmill.example.com/api')
const staging = clientOf('https://staging.example.com/api')
const ada = clientOf('https://windmill.example.com/api', 'ada@example.com')
const grace = clientOf('https://windmill.example.com/api', 'grace@example.com')

test('a key says whose data it is, what was called and with what', () => {
  expect(listUsernamesQuery(production, demo).queryKey).toEqual([
    'windmill-user-api',
    'https://windmill.example.com/api',
    'listUsernames',
    { workspace: 'demo' },
  ])
  expect(keyOf(ada, 'listUsernames')).toEqual(['windmill-user-api', 'ada@example.com', 'listUsernames'])
  expect(keyOf(ada)).toEqual(['windmill-user-api', 'ada@example.com'])
})

test('no token is in any key', () => {
  const keys = [
    listUsernamesQuery(ada, demo).queryKey,
    listUsersAsSuperAdminInfiniteQuery(ada).queryKey,
    createUserMutation(ada).mutationKey,
    keyOf(ada),
  ]

  expect(JSON.stringify(keys)).not.toContain('secret')
})

describe.each([
  ['two servers', production, staging],
  ['two accounts of one server', ada, grace],
])('%s under one QueryClient', (_, one, other) => {
  const both = [one, other]

  test('hold their own results', async () => {
    const queryClient = new QueryClient()

    for (const client of both) await queryClient.prefetchQuery(listUsernamesQuery(client, demo))

    expect(both.map((client) => queryClient.getQueryData(listUsernamesQuery(client, demo).queryKey))).toEqual(
      both.map(({ scope }) => [scope]),
    )
  })

  test('hold their own pages', async () => {
    const queryClient = new QueryClient()

    for (const client of both)
      await queryClient.prefetchInfiniteQuery(listUsersAsSuperAdminInfiniteQuery(client))

    const pages = both.map((client) =>
      queryClient.getQueryData(listUsersAsSuperAdminInfiniteQuery(client).queryKey),
    )
    expect(pages.map((held) => held?.pages)).toEqual(both.map(({ scope }) => [[scope]]))
  })

  test('are invalidated apart', async () => {
    const queryClient = new QueryClient()
    for (const client of both) await queryClient.prefetchQuery(listUsernamesQuery(client, demo))

    await queryClient.invalidateQueries({ queryKey: keyOf(one) })

    const states = both.map((client) => queryClient.getQueryState(listUsernamesQuery(client, demo).queryKey))
    expect(states.map((state) => state?.isInvalidated)).toEqual([true, false])
  })

  test('are counted apart while they change something', () => {
    const queryClient = new QueryClient()
    const cache = queryClient.getMutationCache()
    cache.build(queryClient, createUserMutation(one))

    expect(cache.findAll({ mutationKey: keyOf(one, 'createUser') })).toHaveLength(1)
    expect(cache.findAll({ mutationKey: keyOf(other) })).toHaveLength(0)
  })
})

test('what a server has loaded is found in the browser, which calls another URL under the same scope', async () => {
  const onServer = clientOf('http://windmill.internal:8000/api', 'ada@example.com')
  const inBrowser = clientOf('https://windmill.example.com/api', 'ada@example.com')
  const serverCache = new QueryClient()
  await serverCache.prefetchQuery(listUsernamesQuery(onServer, demo))
  await serverCache.prefetchInfiniteQuery(listUsersAsSuperAdminInfiniteQuery(onServer))

  const browserCache = new QueryClient()
  hydrate(browserCache, JSON.parse(JSON.stringify(dehydrate(serverCache))))

  expect(browserCache.getQueryData(listUsernamesQuery(inBrowser, demo).queryKey)).toEqual(['ada@example.com'])
  expect(browserCache.getQueryData(listUsersAsSuperAdminInfiniteQuery(inBrowser).queryKey)?.pages).toEqual([
    ['ada@example.com'],
  ])
  expect(browserCache.getQueryData(listUsernamesQuery(grace, demo).queryKey)).toBeUndefined()
})

test('a query, its infinite form and one without input do not meet', () => {
  const keys = [
    listUsersAsSuperAdminQuery(ada),
    listUsersAsSuperAdminQuery(ada, { page: 1 }),
    listUsersAsSuperAdminInfiniteQuery(ada),
    whoisQuery(ada, { ...demo, username: 'ada' }),
  ].map(({ queryKey }) => JSON.stringify(queryKey))

  expect(new Set(keys).size).toBe(keys.length)
  expect(listUsersAsSuperAdminQuery(ada, {}).queryKey).toEqual(listUsersAsSuperAdminQuery(ada).queryKey)
})
