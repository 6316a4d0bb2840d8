import { MutationObserver, QueryClient, QueryClientProvider, QueryObserver } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, test } from 'vitest'
import {
  createUserMutation,
  globalWhoamiQuery,
  keyOf,
  listUsernamesQuery,
  UserApiProvider,
  useCreateUser,
} from '../src/index.ts'
import { clientOf, text } from './support/server.ts'

const body = { email: 'katherine@example.com', username: 'katherine', is_admin: false }
const katherine = { workspace: 'demo', body }

/** A server of one list of usernames, which a change answers with a status. */
function serverOf(status = 201) {
  const usernames = ['ada']
  const client = clientOf(async ({ method }) => {
    if (method === 'GET') return Response.json(usernames)
    if (status === 201) usernames.push('katherine')
    return text('', status)
  })
  const queryClient = new QueryClient()
  const inDemo = listUsernamesQuery(client, { workspace: 'demo' })
  const shown = new QueryObserver(queryClient, inDemo)
  shown.subscribe(() => {})
  const held = () => queryClient.getQueryData(inDemo.queryKey)
  const idle = () => expect.poll(() => queryClient.isFetching()).toBe(0)
  return { client, queryClient, held, idle }
}

/** A mutation as a component would make it, outside of one. */
function mutate({ client, queryClient }: ReturnType<typeof serverOf>, ...settings: [object?]) {
  const observer = new MutationObserver(queryClient, createUserMutation(client, ...settings))
  return observer.mutate(katherine)
}

describe('what a mutation changes', () => {
  test('is read again in the background, after it has succeeded', async () => {
    const server = serverOf()
    await server.idle()

    await mutate(server)

    expect(server.held()).toEqual(['ada'])
    await expect.poll(() => server.held()).toEqual(['ada', 'katherine'])
  })

  test('is there when the mutation ends, if that is awaited', async () => {
    const server = serverOf()
    await server.idle()

    await mutate(server, { invalidation: 'awaited' })

    expect(server.held()).toEqual(['ada', 'katherine'])
  })

  test('is left alone if that is off', async () => {
    const server = serverOf()
    await server.idle()

    await mutate(server, { invalidation: 'off' })
    await server.idle()

    expect(server.held()).toEqual(['ada'])
  })

  test('is read again after a failure too, because nobody knows what the server has done', async () => {
    const server = serverOf(500)
    await server.idle()
    const reads = () => server.queryClient.getQueryState(keyOfDemo(server))?.dataUpdateCount

    await mutate(server).catch(() => {})

    await expect.poll(reads).toBe(2)
  })

  test('is not what another workspace holds', async () => {
    const server = serverOf()
    const starter = listUsernamesQuery(server.client, { workspace: 'starter' })
    await server.queryClient.fetchQuery(starter)

    await mutate(server, { invalidation: 'awaited' })

    expect(server.queryClient.getQueryState(starter.queryKey)?.isInvalidated).toBe(false)
  })

  test('is not a query of something else that has failed, whose page would begin anew', async () => {
    const server = serverOf()
    const client = clientOf(({ url, method }) =>
      method === 'POST' ? text('', 201) : url.includes('list_usernames') ? Response.json([]) : text('', 401),
    )
    const failed = new QueryObserver(server.queryClient, globalWhoamiQuery(client))
    failed.subscribe(() => {})
    await expect.poll(() => failed.getCurrentResult().status).toBe('error')

    await mutate({ ...server, client }, { invalidation: 'awaited' })

    expect(failed.getCurrentResult().errorUpdateCount).toBe(1)
  })

  test('is not what another account holds', async () => {
    const server = serverOf()
    const grace = clientOf(() => Response.json(['ada']), { scope: 'grace@example.com' })
    await server.queryClient.fetchQuery(listUsernamesQuery(grace, { workspace: 'demo' }))

    await mutate(server, { invalidation: 'awaited' })

    const held = server.queryClient.getQueryCache().findAll({ queryKey: keyOf(grace) })
    expect(held.map(({ state }) => state.isInvalidated)).toEqual([false])
  })
})

function keyOfDemo({ client }: ReturnType<typeof serverOf>) {
  return listUsernamesQuery(client, { workspace: 'demo' }).queryKey
}

test('the onSettled of a hook runs before the list is read again, and does not replace that', async () => {
  const server = serverOf()
  await server.idle()
  const seen: unknown[] = []
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={server.queryClient}>
      <UserApiProvider client={server.client}>{children}</UserApiProvider>
    </QueryClientProvider>
  )
  const onSettled = () => seen.push(server.held())
  const { result } = renderHook(() => useCreateUser({ onSettled, invalidation: 'awaited' }), { wrapper })

  await result.current.mutateAsync(katherine)

  expect([...seen, server.held()]).toEqual([['ada'], ['ada', 'katherine']])
})
