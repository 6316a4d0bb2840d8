import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { type Client, createClient } from '@windmill-user-api/client'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ChosenMember } from '../samples/chosen-member.tsx'
import {
  keyOf,
  listUsernamesQuery,
  listUsersAsSuperAdminInfiniteQuery,
  UserApiProvider,
  useCreateUser,
  useGlobalWhoami,
  useListUsernames,
  useListUsersAsSuperAdmin,
  useListUsersAsSuperAdminInfinite,
  useLogout,
} from '../src/index.ts'

afterEach(cleanup)

type Answer = (request: Request) => Response | Promise<Response>

function clientThatAnswers(answer: Answer): Client {
  return createClient({
    baseUrl: 'http://localhost:8000/api',
    auth: { kind: 'none' },
    fetch: (url, init) => answer(new Request(url, init)),
  })
}

function show(children: ReactNode, client: Client, queryClient = new QueryClient()): QueryClient {
  queryClient.setDefaultOptions({ queries: { retry: false } })
  render(
    <QueryClientProvider client={queryClient}>
      <UserApiProvider client={client}>{children}</UserApiProvider>
    </QueryClientProvider>,
  )
  return queryClient
}

function text(body: string, status = 200): Response {
  return new Response(body, { status, headers: { 'Content-Type': 'text/plain' } })
}

function Members() {
  const { data = [] } = useListUsernames({ workspace: 'demo' })
  return <p>members: {data.join(', ')}</p>
}

function NamesBy({ useNames }: { readonly useNames: typeof useListUsernames }) {
  return <p>{useNames({ workspace: 'demo' }).data?.join(' and ')}</p>
}

function Profile() {
  const { error } = useGlobalWhoami()
  return <p>{error?.status === 401 ? `log in: ${error.body}` : 'loading'}</p>
}

function Count() {
  const { data } = useListUsersAsSuperAdmin({ per_page: 100 }, { select: (users) => users.length })
  return <p>{data} accounts</p>
}

function Waiting() {
  useGlobalWhoami()
  return <p>loading</p>
}

function MembersWithButton() {
  const { data = [] } = useListUsernames({ workspace: 'demo' })
  const { mutate } = useCreateUser()
  const body = { email: 'katherine@example.com', username: 'katherine', is_admin: false }
  return (
    <button type="button" onClick={() => mutate({ workspace: 'demo', body })}>
      {data.join(', ')}
    </button>
  )
}

function AllAccounts() {
  const { data, hasNextPage, fetchNextPage } = useListUsersAsSuperAdminInfinite({ per_page: 2 })
  const emails = data?.pages.flat().map(({ email }) => email) ?? []
  return (
    <button type="button" disabled={!hasNextPage} onClick={() => fetchNextPage()}>
      {emails.join(', ')}
    </button>
  )
}

function Logout() {
  const { mutate, data } = useLogout()
  return (
    <button type="button" onClick={() => mutate()}>
      {data ?? 'log out'}
    </button>
  )
}

describe('the hook of a query', () => {
  test('shows what the operation answers', async () => {
    show(
      <Members />,
      clientThatAnswers(() => Response.json(['ada', 'grace'])),
    )

    expect(await screen.findByText('members: ada, grace')).toBeDefined()
  })

  test('shows how the operation failed, by status', async () => {
    show(
      <Profile />,
      clientThatAnswers(() => text('Unauthorized', 401)),
    )

    expect(await screen.findByText('log in: Unauthorized')).toBeDefined()
  })

  test('takes the options of useQuery', async () => {
    show(
      <Count />,
      clientThatAnswers(({ url }) => Response.json(url.includes('per_page=100') ? [{}, {}, {}] : [])),
    )

    expect(await screen.findByText('3 accounts')).toBeDefined()
  })

  test('sends nothing for as long as its input is skipToken', async () => {
    const sent: string[] = []
    const client = clientThatAnswers(({ url }) => {
      sent.push(new URL(url).pathname)
      return Response.json({ email: 'ada@example.com' })
    })
    const queryClient = new QueryClient()
    const page = (username: string | undefined) => (
      <QueryClientProvider client={queryClient}>
        <UserApiProvider client={client}>
          <ChosenMember username={username} />
        </UserApiProvider>
      </QueryClientProvider>
    )
    const { rerender } = render(page(undefined))
    await queryClient.refetchQueries()
    expect(screen.getByText('Choose a member')).toBeDefined()

    rerender(page('ada'))

    expect(await screen.findByText('ada@example.com')).toBeDefined()
    expect(sent).toEqual(['/api/w/demo/users/whois/ada'])
  })

  test('aborts its request when the component goes', async () => {
    const signals: AbortSignal[] = []
    const client = clientThatAnswers(({ signal }) => {
      signals.push(signal)
      return new Promise(() => {})
    })
    show(<Waiting />, client)
    await screen.findByText('loading')
    cleanup()

    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  })

  test('takes the client of a provider from another copy of the package', async () => {
    vi.resetModules()
    const other = await import('../src/index.ts')
    expect(other.useListUsernames).not.toBe(useListUsernames)
    show(
      <NamesBy useNames={other.useListUsernames} />,
      clientThatAnswers(() => Response.json(['ada', 'grace'])),
    )

    expect(await screen.findByText('ada and grace')).toBeDefined()
  })

  test('asks for a provider where there is none', () => {
    const withoutProvider = (
      <QueryClientProvider client={new QueryClient()}>
        <Waiting />
      </QueryClientProvider>
    )

    expect(() => render(withoutProvider)).toThrow(/no client for the hooks.*Expected a provider/)
  })
})

describe('the hook of a mutation', () => {
  test('calls the operation, and the list is read again', async () => {
    const usernames = ['ada', 'grace']
    const client = clientThatAnswers(async (request) => {
      if (request.method === 'GET') return Response.json(usernames)
      const { username }: { username: string } = await request.json()
      usernames.push(username)
      return text(`${username} added`, 201)
    })
    show(<MembersWithButton />, client)

    fireEvent.click(await screen.findByText('ada, grace'))

    expect(await screen.findByText('ada, grace, katherine')).toBeDefined()
  })

  test('needs no argument where the operation takes nothing', async () => {
    show(
      <Logout />,
      clientThatAnswers(() => text('ada@example.com is logged out')),
    )

    fireEvent.click(screen.getByText('log out'))

    expect(await screen.findByText('ada@example.com is logged out')).toBeDefined()
  })
})

describe('the hook of an infinite query', () => {
  const accounts = ['ada', 'grace', 'katherine'].map((name) => ({ email: `${name}@example.com` }))
  const client = clientThatAnswers(({ url }) => {
    const page = Number(new URL(url).searchParams.get('page'))
    return Response.json(accounts.slice((page - 1) * 2, page * 2))
  })

  test('shows page after page, until one is not full', async () => {
    show(<AllAccounts />, client)
    fireEvent.click(await screen.findByText('ada@example.com, grace@example.com'))

    const all = await screen.findByText('ada@example.com, grace@example.com, katherine@example.com')
    expect(all.hasAttribute('disabled')).toBe(true)
  })

  test('has a key of its own, which begins like that of the query', async () => {
    const options = listUsersAsSuperAdminInfiniteQuery(client, { page: 2, per_page: 2 })

    expect(options.queryKey).toEqual([
      ...keyOf(client, 'listUsersAsSuperAdmin'),
      { page: 2, per_page: 2 },
      'pages',
    ])
    expect(await new QueryClient().fetchInfiniteQuery(options)).toEqual({
      pages: [[{ email: 'katherine@example.com' }]],
      pageParams: [2],
    })
  })
})

describe('the options of a query', () => {
  test('work without React', async () => {
    const client = clientThatAnswers(() => Response.json(['ada']))
    const queryClient = new QueryClient()
    const options = listUsernamesQuery(client, { workspace: 'demo' })

    expect(await queryClient.fetchQuery(options)).toEqual(['ada'])
    expect(queryClient.getQueryData(options.queryKey)).toEqual(['ada'])
  })
})
