import {
  dehydrate,
  hydrate,
  MutationObserver,
  onlineManager,
  QueryClient,
  QueryClientProvider,
} from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { createElement, type ReactNode } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { continueAfterReload } from '../samples/continue-after-reload.ts'
import {
  createUserGloballyMutation,
  createUserMutation,
  keyOf,
  loginMutation,
  setPasswordMutation,
  UserApiProvider,
  useLogin,
} from '../src/index.ts'
import { clientOf, text } from './support/server.ts'

const password = 'analytical-engine'
const credentials = { body: { email: 'ada@example.com', password } }
const katherine = {
  workspace: 'demo',
  body: { email: 'katherine@example.com', username: 'katherine', is_admin: false },
}

afterEach(() => onlineManager.setOnline(true))

/** What a persister would write, whatever an application has set. */
function stored(queryClient: QueryClient): string {
  const all = { shouldDehydrateMutation: () => true, shouldDehydrateQuery: () => true }
  return JSON.stringify([dehydrate(queryClient), dehydrate(queryClient, all)])
}

describe('a mutation whose input has a secret', () => {
  test('does not wait for the network, so that nothing stores its input', async () => {
    onlineManager.setOnline(false)
    const queryClient = new QueryClient()
    const offline = clientOf(() => Promise.reject(new TypeError('fetch failed')), { retry: false })

    const login = new MutationObserver(queryClient, loginMutation(offline)).mutate(credentials)

    await expect(login).rejects.toMatchObject({ kind: 'network' })
    expect(dehydrate(queryClient).mutations).toEqual([])
  })

  test('has no secret in the cache while it runs, nor after', async () => {
    const queryClient = new QueryClient()
    const whileItRuns: string[] = []
    const client = clientOf(() => {
      whileItRuns.push(stored(queryClient))
      return text('token')
    })

    await new MutationObserver(queryClient, loginMutation(client)).mutate(credentials)

    expect(whileItRuns).toHaveLength(1)
    expect([...whileItRuns, stored(queryClient)].join()).not.toContain(password)
  })

  test('sends the secret all the same, and keeps the rest for the interface', async () => {
    const queryClient = new QueryClient()
    const sent: unknown[] = []
    const client = clientOf(async (request) => {
      sent.push(await request.json())
      return text('created', 201)
    })
    const body = { email: 'alan@example.com', password, super_admin: false }

    const observer = new MutationObserver(queryClient, createUserGloballyMutation(client))
    observer.subscribe(() => {})
    await observer.mutate({ body })

    const [held] = queryClient.getMutationCache().findAll({ mutationKey: keyOf(client) })
    expect(sent).toEqual([body])
    expect(held?.state.variables).toEqual({ body: { email: 'alan@example.com', super_admin: false } })
  })

  test('does not wait for others of a scope either, because what waits is stored', async () => {
    const queryClient = new QueryClient()
    const waiting: string[] = []
    const client = clientOf(() => {
      waiting.push(JSON.stringify(dehydrate(queryClient)))
      return text('token')
    })
    const wrapper = ({ children }: { readonly children: ReactNode }) =>
      createElement(
        QueryClientProvider,
        { client: queryClient },
        createElement(UserApiProvider, { client }, children),
      )
    const { result } = renderHook(() => useLogin({ scope: { id: 'one after the other' } }), { wrapper })

    await Promise.all([
      result.current.mutateAsync(credentials),
      result.current.mutateAsync({ ...credentials }),
    ])

    expect(waiting).toHaveLength(2)
    expect(waiting.join()).not.toContain(password)
  })

  test('does not wait for others of a scope that all mutations have', async () => {
    const queryClient = new QueryClient({ defaultOptions: { mutations: { scope: { id: 'all' } } } })
    const waiting: string[] = []
    const client = clientOf(() => {
      waiting.push(JSON.stringify(dehydrate(queryClient)))
      return text('changed')
    })
    const change = () =>
      new MutationObserver(queryClient, setPasswordMutation(client)).mutate({ body: { password } })

    await Promise.all([change(), change()])

    expect(waiting).toHaveLength(2)
    expect(waiting.join()).not.toContain(password)
  })

  test.each([
    ['scope', { scope: { id: 'account' } }],
    ['networkMode', { networkMode: 'online' as const }],
  ])(
    'is refused with a %s that may make it wait, and nothing of it is held or sent',
    async (argument, added) => {
      const queryClient = new QueryClient()
      const sent: Request[] = []
      const client = clientOf((request) => {
        sent.push(request)
        return text('changed')
      })
      const change = () =>
        new MutationObserver(queryClient, { ...setPasswordMutation(client), ...added }).mutate({
          body: { password },
        })

      const both = await Promise.allSettled([change(), change()])

      const refused = { status: 'rejected', reason: expect.objectContaining({ kind: 'refused', argument }) }
      expect(both).toEqual([refused, refused])
      expect(stored(queryClient)).not.toContain(password)
      expect(sent).toEqual([])
    },
  )

  test('is not kept once nobody shows it', async () => {
    const queryClient = new QueryClient()
    const client = clientOf(() => text('changed'))

    const observer = new MutationObserver(queryClient, setPasswordMutation(client))
    const unsubscribe = observer.subscribe(() => {})
    await observer.mutate({ body: { password } })
    unsubscribe()

    await expect.poll(() => queryClient.getMutationCache().getAll()).toEqual([])
  })
})

test('any other mutation waits for the network, is stored, and goes on after a reload', async () => {
  const sent: unknown[] = []
  const client = clientOf(async (request) => {
    sent.push(await request.json())
    return text('added', 201)
  })
  onlineManager.setOnline(false)
  const before = new QueryClient()
  void new MutationObserver(before, createUserMutation(client)).mutate(katherine)
  await expect.poll(() => dehydrate(before).mutations).toHaveLength(1)

  const after = new QueryClient()
  continueAfterReload(after, client)
  hydrate(after, JSON.parse(JSON.stringify(dehydrate(before))))
  onlineManager.setOnline(true)
  await after.resumePausedMutations()

  expect(sent).toEqual([katherine.body])
})
