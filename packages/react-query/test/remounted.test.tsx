import {
  dehydrate,
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import { type Client, createClient } from '@windmill-user-api/client'
import { type ReactNode, Suspense, useState } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { getCurrentEmailQuery, UserApiProvider, useClient, useGetCurrentEmail } from '../src/index.ts'

afterEach(cleanup)

/** A client whose server answers with the name of the account. */
function clientOf(name: string, { asked = [] as string[], baseUrl = 'http://localhost:8000/api' } = {}) {
  return createClient({
    baseUrl,
    auth: { kind: 'bearer', token: name },
    fetch: async () => {
      asked.push(name)
      return new Response(name, { headers: { 'Content-Type': 'text/plain' } })
    },
  })
}

const shown: string[] = []

function Email() {
  shown.push(useGetCurrentEmail().data ?? '-')
  return null
}

function EmailThatSuspends() {
  shown.push(useSuspenseQuery(getCurrentEmailQuery(useClient())).data)
  return null
}

function AccountThatSuspends({ make }: { readonly make: () => Client }) {
  const [client] = useState(make)
  return (
    <UserApiProvider client={client}>
      <EmailThatSuspends />
    </UserApiProvider>
  )
}

/** A page of an application where nothing gets stale by itself. */
function open() {
  shown.length = 0
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } })
  const page = (children: ReactNode) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  )
  const of = (client: Client) =>
    page(
      <UserApiProvider key={shown.length} client={client}>
        <Email />
      </UserApiProvider>,
    )
  return { page, of }
}

describe('a provider that is mounted anew with another client', () => {
  test('shows nothing of the one before a screen without provider', async () => {
    const { page, of } = open()
    const { rerender } = render(of(clientOf('ada')))
    await expect.poll(() => shown.at(-1)).toBe('ada')
    rerender(page('signed out'))
    const before = shown.length

    rerender(of(clientOf('grace')))
    await expect.poll(() => shown.at(-1)).toBe('grace')

    expect(shown.slice(before)).not.toContain('ada')
  })

  test('shows nothing of the one before where the base URL is relative to the page', async () => {
    const { page, of } = open()
    const { rerender } = render(of(clientOf('ada', { baseUrl: '/api' })))
    await expect.poll(() => shown.at(-1)).toBe('ada')
    rerender(page('signed out'))
    const before = shown.length

    rerender(of(clientOf('grace', { baseUrl: '/api' })))
    await expect.poll(() => shown.at(-1)).toBe('grace')

    expect(shown.slice(before)).not.toContain('ada')
  })

  test('shows nothing of the one whose key it replaces', async () => {
    const { of } = open()
    const { rerender } = render(of(clientOf('grace')))
    await expect.poll(() => shown.at(-1)).toBe('grace')
    const before = shown.length

    rerender(of(clientOf('linus')))
    await expect.poll(() => shown.at(-1)).toBe('linus')

    expect(shown.slice(before)).not.toContain('grace')
  })

  test('shows nothing of a provider of another copy of the package', async () => {
    vi.resetModules()
    const other = await import('../src/index.ts')
    expect(other.UserApiProvider).not.toBe(UserApiProvider)
    const { page, of } = open()
    const { rerender } = render(
      page(
        <other.UserApiProvider client={clientOf('ada')}>
          <Email />
        </other.UserApiProvider>,
      ),
    )
    await expect.poll(() => shown.at(-1)).toBe('ada')
    const before = shown.length

    rerender(of(clientOf('grace')))
    await expect.poll(() => shown.at(-1)).toBe('grace')

    expect(shown.slice(before)).not.toContain('ada')
  })
})

describe('nothing is asked twice by', () => {
  test('the same client in a provider that is mounted anew', async () => {
    const asked: string[] = []
    const { page, of } = open()
    const ada = clientOf('ada', { asked })
    const { rerender } = render(of(ada))
    await expect.poll(() => shown.at(-1)).toBe('ada')
    rerender(page('elsewhere'))
    const before = shown.length
    rerender(of(ada))

    expect(shown.slice(before)).not.toContain('-')
    expect(asked).toEqual(['ada'])
  })

  test('a client whose results another one has loaded on a server', async () => {
    const asked: string[] = []
    const onServer = new QueryClient()
    await onServer.prefetchQuery(getCurrentEmailQuery(clientOf('ada')))
    const state = JSON.parse(JSON.stringify(dehydrate(onServer)))
    const { page } = open()

    render(
      page(
        <UserApiProvider client={clientOf('ada', { asked })}>
          <HydrationBoundary state={state}>
            <Email />
          </HydrationBoundary>
        </UserApiProvider>,
      ),
    )

    expect(shown).not.toContain('-')
    expect(asked).toEqual([])
  })

  test('two servers at once', async () => {
    const asked: string[] = []
    const { page } = open()
    const clients = ['one', 'two'].map((name) => clientOf(name, { asked, baseUrl: `http://${name}/api` }))
    const both = () =>
      page(
        clients.map((client) => (
          <UserApiProvider key={client.scope} client={client}>
            <Email />
          </UserApiProvider>
        )),
      )
    const { rerender } = render(both())
    await expect.poll(() => shown.includes('one') && shown.includes('two')).toBe(true)
    const before = shown.length
    rerender(both())

    expect(shown.slice(before)).toEqual(['one', 'two'])
    expect(asked.toSorted()).toEqual(['one', 'two'])
  })
})

test('a client that is made anew for as long as its page suspends is shown in the end', async () => {
  const { page, of } = open()
  const { rerender } = render(of(clientOf('ada')))
  await expect.poll(() => shown.at(-1)).toBe('ada')

  rerender(
    page(
      <Suspense>
        <AccountThatSuspends make={() => clientOf('grace')} />
      </Suspense>,
    ),
  )

  await expect.poll(() => shown.at(-1)).toBe('grace')
})
