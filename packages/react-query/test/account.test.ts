import {
  MutationCache,
  MutationObserver,
  onlineManager,
  QueryClient,
  QueryObserver,
} from '@tanstack/react-query'
import { afterEach, describe, expect, test } from 'vitest'
import {
  createUserMutation,
  forgetAccount,
  globalWhoamiQuery,
  keyOf,
  listTokensQuery,
  loginMutation,
  logoutMutation,
} from '../src/index.ts'
import { clientOf, text } from './support/server.ts'

afterEach(() => onlineManager.setOnline(true))

const credentials = { body: { email: 'grace@example.com', password: 'nanoseconds-matter' } }

/** A server with one session, as a browser's cookie makes one: whoever is signed in gets their own data. */
function sessionOf(signedIn: string | undefined, logoutStatus = 200) {
  const session = { email: signedIn }
  const client = clientOf(async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname.endsWith('/login')) {
      session.email = (await request.json()).email
      return text('token')
    }
    if (pathname.endsWith('/logout')) {
      session.email = undefined
      return text('', logoutStatus)
    }
    return session.email ? Response.json({ email: session.email }) : text('Unauthorized', 401)
  })
  const queryClient = new QueryClient()
  return { client, queryClient, session }
}

/** Everything that a query shows, one after the other. */
function watch(queryClient: QueryClient, options: ReturnType<typeof globalWhoamiQuery>) {
  const shown: unknown[] = []
  const observer = new QueryObserver(queryClient, options)
  observer.subscribe(({ data, error }) => {
    const now = data?.email ?? (error ? error.status : 'nothing')
    if (now !== shown.at(-1)) shown.push(now)
  })
  return shown
}

describe('signing in as somebody else', () => {
  test('shows nothing of the person before, from that moment on', async () => {
    const { client, queryClient } = sessionOf('ada@example.com')
    const shown = watch(queryClient, globalWhoamiQuery(client))
    await expect.poll(() => shown.at(-1)).toBe('ada@example.com')

    await new MutationObserver(queryClient, loginMutation(client)).mutate(credentials)
    await expect.poll(() => shown.at(-1)).toBe('grace@example.com')

    expect(shown.slice(shown.lastIndexOf('ada@example.com') + 1)).toEqual(['nothing', 'grace@example.com'])
  })

  test('drops what is held and not shown', async () => {
    const { client, queryClient } = sessionOf('ada@example.com')
    await queryClient.fetchQuery(listTokensQuery(client))

    await new MutationObserver(queryClient, loginMutation(client)).mutate(credentials)

    expect(queryClient.getQueryData(listTokensQuery(client).queryKey)).toBeUndefined()
    expect(queryClient.getQueryCache().findAll({ queryKey: keyOf(client) })).toEqual([])
  })

  test('changes nothing if the password is wrong', async () => {
    const { queryClient } = sessionOf('ada@example.com')
    const client = clientOf(({ method }) =>
      method === 'POST' ? text('Unauthorized', 401) : Response.json([]),
    )
    await queryClient.fetchQuery(listTokensQuery(client))

    await new MutationObserver(queryClient, loginMutation(client)).mutate(credentials).catch(() => {})

    expect(queryClient.getQueryData(listTokensQuery(client).queryKey)).toEqual([])
  })
})

describe('what an application does after signing in', () => {
  const shownThen = async (
    callbacks: (told: unknown[], held: () => unknown) => object,
    queryClient = new QueryClient(),
  ) => {
    const { client } = sessionOf('ada@example.com')
    const options = globalWhoamiQuery(client)
    const told: unknown[] = []
    const shown = watch(queryClient, options)
    await expect.poll(() => shown.at(-1)).toBe('ada@example.com')
    const held = () => queryClient.ensureQueryData(options)
    const login = { ...loginMutation(client), ...callbacks(told, held) }
    void new MutationObserver(queryClient, login).mutate(credentials).catch(() => {})
    await expect.poll(() => shown.at(-1)).toBe('grace@example.com')
    return told
  }
  const fail = () => {
    throw new Error('analytics')
  }

  test.each([
    ['onSuccess fails', { onSuccess: fail }],
    ['onSuccess never ends', { onSuccess: () => new Promise(() => {}) }],
    ['its own onSettled replaces that of the options', { onSettled: () => {} }],
  ])('does not keep the person before if %s', async (_, callbacks) => {
    expect(await shownThen(() => callbacks)).toEqual([])
  })

  test('does not keep the person before if that of all mutations fails', async () => {
    const queryClient = new QueryClient({ mutationCache: new MutationCache({ onSuccess: fail }) })

    expect(await shownThen(() => ({}), queryClient)).toEqual([])
  })

  test('finds the data of the new person in the cache', async () => {
    const told = await shownThen((told, held) => ({ onSuccess: async () => told.push(await held()) }))

    await expect.poll(() => told).toEqual([{ email: 'grace@example.com' }])
  })

  test('waits for the data of the new person with invalidation awaited', async () => {
    const { client, queryClient } = sessionOf('ada@example.com')
    const { queryKey } = globalWhoamiQuery(client)
    const shown = watch(queryClient, globalWhoamiQuery(client))
    await expect.poll(() => shown.at(-1)).toBe('ada@example.com')

    const login = loginMutation(client, { invalidation: 'awaited' })
    await new MutationObserver(queryClient, login).mutate(credentials)

    expect(queryClient.getQueryData(queryKey)).toEqual({ email: 'grace@example.com' })
  })

  test('is left to the application with invalidation off', async () => {
    const { client, queryClient } = sessionOf('ada@example.com')
    await queryClient.fetchQuery(globalWhoamiQuery(client))

    const login = loginMutation(client, { invalidation: 'off' })
    await new MutationObserver(queryClient, login).mutate(credentials)

    expect(queryClient.getQueryData(globalWhoamiQuery(client).queryKey)).toEqual({ email: 'ada@example.com' })
  })
})

describe('signing out', () => {
  test.each([
    ['succeeds', 200],
    ['is too late, because the session was over', 401],
  ])('shows nothing of the person any more if it %s', async (_, status) => {
    const { client, queryClient } = sessionOf('ada@example.com', status)
    const shown = watch(queryClient, globalWhoamiQuery(client))
    await expect.poll(() => shown.at(-1)).toBe('ada@example.com')

    await new MutationObserver(queryClient, logoutMutation(client)).mutate().catch(() => {})
    await expect.poll(() => shown.at(-1)).toBe(401)

    expect(shown.slice(shown.lastIndexOf('ada@example.com') + 1)).toEqual(['nothing', 401])
  })
})

describe('forgetting an account', () => {
  test('ends a read that began for the person before', async () => {
    const answers: ((response: Response) => void)[] = []
    const client = clientOf(() => new Promise((resolve) => answers.push(resolve)))
    const queryClient = new QueryClient()
    const shown = watch(queryClient, globalWhoamiQuery(client))
    await expect.poll(() => answers.length).toBe(1)

    const forgotten = forgetAccount(queryClient, client)
    await expect.poll(() => answers.length).toBe(2)
    answers[1]?.(Response.json({ email: 'grace@example.com' }))
    answers[0]?.(Response.json({ email: 'ada@example.com' }))
    await forgotten

    expect(shown).not.toContain('ada@example.com')
    expect(queryClient.getQueryData(globalWhoamiQuery(client).queryKey)).toEqual({
      email: 'grace@example.com',
    })
  })

  test('drops the changes that wait for the network, so that they are not made in another name', async () => {
    onlineManager.setOnline(false)
    const sent: string[] = []
    const client = clientOf(({ method }) => {
      sent.push(method)
      return text('added', 201)
    })
    const queryClient = new QueryClient()
    const body = { email: 'katherine@example.com', username: 'katherine', is_admin: false }
    void new MutationObserver(queryClient, createUserMutation(client)).mutate({ workspace: 'demo', body })
    await expect.poll(() => queryClient.isMutating()).toBe(1)

    await forgetAccount(queryClient, client)
    onlineManager.setOnline(true)
    await queryClient.resumePausedMutations()

    expect(sent).toEqual([])
  })

  test('leaves other accounts, and what is not of this package', async () => {
    const { client, queryClient } = sessionOf('ada@example.com')
    const other = clientOf(() => Response.json([]), { scope: 'grace@example.com' })
    await queryClient.fetchQuery(listTokensQuery(other))
    queryClient.setQueryData(['settings'], 'dark')

    await forgetAccount(queryClient, client)

    expect(queryClient.getQueryData(listTokensQuery(other).queryKey)).toEqual([])
    expect(queryClient.getQueryData(['settings'])).toBe('dark')
  })
})
