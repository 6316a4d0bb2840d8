import { keepPreviousData, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import { type Client, createClient } from '@windmill-user-api/client'
import { afterEach, describe, expect, test } from 'vitest'
import { UserApiProvider, useListUsersAsSuperAdmin, useListUsersAsSuperAdminInfinite } from '../src/index.ts'

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
