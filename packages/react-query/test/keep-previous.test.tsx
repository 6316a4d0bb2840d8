import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import { type Client, createClient } from '@windmill-user-api/client'
import { afterEach, describe, expect, test } from 'vitest'
import {
  forgetAccount,
  listUsersAsSuperAdminQuery,
  UserApiProvider,
  useListUsersAsSuperAdmin,
  useListUsersAsSuperAdminInfinite,
} from '../src/index.ts'

afterEach(cleanup)

interface PageProps {
  readonly page: number
}

/** A client of an account with a scope of its own, whose pages name it. */
function clientOf(name: string, scope = name): Client {
  return createClient({
    baseUrl: 'http://localhost:8000/api',
    scope,
    auth: { kind: 'bearer', token: name },
    fetch: async (url) =>
      Response.json([{ email: `${name} ${new URL(String(url)).searchParams.get('page')}` }]),
  })
}

const placeholderData = keepPreviousData
const kept: string[] = []

const hooks = {
  'of a query': ({ page }: PageProps) =>
    void kept.push(useListUsersAsSuperAdmin({ page }, { placeholderData }).data?.[0]?.email ?? '-'),
  'of an infinite query': ({ page }: PageProps) =>
    void kept.push(
      useListUsersAsSuperAdminInfinite({ page }, { placeholderData }).data?.pages[0]?.[0]?.email ?? '-',
    ),
  'of an application with such a default': ({ page }: PageProps) =>
    void kept.push(useListUsersAsSuperAdmin({ page }).data?.[0]?.email ?? '-'),
}

describe.each(Object.entries(hooks))('keepPreviousData %s', (name, Page) => {
  const isDefault = name.includes('default')
  function open() {
    kept.length = 0
    const queryClient = new QueryClient({ defaultOptions: { queries: isDefault ? { placeholderData } : {} } })
    const show = (client: Client, page: number) => (
      <QueryClientProvider client={queryClient}>
        <UserApiProvider client={client}>
          <Page page={page} />
        </UserApiProvider>
      </QueryClientProvider>
    )
    return { show, queryClient }
  }

  test('keeps the page before of the same account', async () => {
    const { show } = open()
    const ada = clientOf('ada')
    const { rerender } = render(show(ada, 1))
    await expect.poll(() => kept.at(-1)).toBe('ada 1')
    const before = kept.length

    rerender(show(ada, 2))
    await expect.poll(() => kept.at(-1)).toBe('ada 2')

    expect(kept.slice(before)).not.toContain('-')
  })

  test('keeps nothing of another account, even while a page of that was awaited', async () => {
    const { show } = open()
    const ada = clientOf('ada')
    const { rerender } = render(show(ada, 1))
    await expect.poll(() => kept.at(-1)).toBe('ada 1')
    rerender(show(ada, 2))
    const before = kept.length

    rerender(show(clientOf('grace'), 2))
    await expect.poll(() => kept.at(-1)).toBe('grace 2')

    expect(kept.slice(before).filter((email) => email.includes('ada'))).toEqual([])
  })
})

/** Plain options, compared as the guide on signing in and out says. */
function PlainPage({ client, page }: PageProps & { readonly client: Client }) {
  const { data } = useQuery({
    ...listUsersAsSuperAdminQuery(client, { page }),
    placeholderData: (data, query) => (query?.queryKey[1] === client.scope ? data : undefined),
  })
  kept.push(data?.[0]?.email ?? '-')
  return null
}

test('plain options keep nothing of another account if they compare the scope', async () => {
  kept.length = 0
  const queryClient = new QueryClient()
  const show = (client: Client, page: number) => (
    <QueryClientProvider client={queryClient}>
      <PlainPage client={client} page={page} />
    </QueryClientProvider>
  )
  const { rerender } = render(show(clientOf('ada'), 1))
  await expect.poll(() => kept.at(-1)).toBe('ada 1')
  rerender(show(clientOf('grace'), 1))
  await expect.poll(() => kept.at(-1)).toBe('grace 1')
  const before = kept.length
  rerender(show(clientOf('grace'), 2))
  await expect.poll(() => kept.at(-1)).toBe('grace 2')

  expect(new Set(kept.slice(0, before))).toEqual(new Set(['-', 'ada 1', 'grace 1']))
  expect(kept.indexOf('grace 1') - kept.lastIndexOf('ada 1')).toBeGreaterThan(1)
  expect(kept.slice(before)).not.toContain('-')
})

test('an account that is forgotten while its next page is awaited is not kept', async () => {
  kept.length = 0
  const client = createClient({
    baseUrl: 'http://localhost:8000/api',
    auth: { kind: 'cookie' },
    fetch: async (url) =>
      String(url).includes('page=1') ? Response.json([{ email: 'ada 1' }]) : new Promise(() => {}),
  })
  const queryClient = new QueryClient()
  const Page = hooks['of a query']
  const show = (page: number) => (
    <QueryClientProvider client={queryClient}>
      <UserApiProvider client={client}>
        <Page page={page} />
      </UserApiProvider>
    </QueryClientProvider>
  )
  const { rerender } = render(show(1))
  await expect.poll(() => kept.at(-1)).toBe('ada 1')
  rerender(show(2))
  expect(kept.at(-1)).toBe('ada 1')

  void forgetAccount(queryClient, client)

  await expect.poll(() => kept.at(-1)).toBe('-')
})
