import { createAsyncStoragePersister } from '@tanstack/query-async-storage-persister'
import { onlineManager, QueryClient } from '@tanstack/react-query'
import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client'
import { cleanup, renderHook } from '@testing-library/react'
import type { Client } from '@windmill-user-api/client'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { continueAfterReload } from '../samples/continue-after-reload.ts'
import { UserApiProvider, useCreateUser, useListUsernames, useLogin, useSetPassword } from '../src/index.ts'
import { clientOf, text } from './support/server.ts'

afterEach(() => {
  cleanup()
  onlineManager.setOnline(true)
})

const workspace = 'demo'
const password = 'analytical-engine'
const katherine = {
  workspace,
  body: { email: 'katherine@example.com', username: 'katherine', is_admin: false },
}

/** A device with a storage that outlives pages, and keeps what was ever written to it. */
function device() {
  const stored = new Map<string, string>()
  const written: string[] = []
  const storage = {
    getItem: async (key: string) => stored.get(key),
    setItem: async (key: string, value: string) => {
      stored.set(key, value)
      written.push(value)
    },
    removeItem: async (key: string) => void stored.delete(key),
  }
  return { written, persister: createAsyncStoragePersister({ storage, throttleTime: 0 }) }
}

/** A page as after a reload: with a cache of its own, which it restores. */
function open(client: Client, persister: ReturnType<typeof device>['persister']) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { gcTime: 60_000 } } })
  continueAfterReload(queryClient, client)
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <PersistQueryClientProvider
      client={queryClient}
      persistOptions={{ persister }}
      onSuccess={() => queryClient.resumePausedMutations()}
    >
      <UserApiProvider client={client}>{children}</UserApiProvider>
    </PersistQueryClientProvider>
  )
  const page = () => ({
    names: useListUsernames({ workspace }),
    create: useCreateUser(),
    login: useLogin(),
    setPassword: useSetPassword(),
  })
  const { result, unmount } = renderHook(page, { wrapper })
  const close = () => {
    unmount()
    queryClient.unmount()
  }
  return { queryClient, result, close }
}

test('a real persister keeps data and changes that wait over reloads, and never sees a secret', async () => {
  const sent: unknown[] = []
  const client = clientOf(async (request) => {
    if (!onlineManager.isOnline()) throw new TypeError('fetch failed')
    if (request.method === 'GET') return Response.json(['ada', 'grace'])
    sent.push(await request.json())
    return text('added', 201)
  })
  const { written, persister } = device()

  const first = open(client, persister)
  await expect.poll(() => first.result.current.names.data).toEqual(['ada', 'grace'])
  onlineManager.setOnline(false)
  first.result.current.create.mutate(katherine)
  first.result.current.login.mutate({ body: { email: 'ada@example.com', password } })
  first.result.current.setPassword.mutate({ body: { password } })
  await expect.poll(() => first.result.current.login.error?.kind).toBe('network')
  await expect.poll(() => written.at(-1)).toContain('"isPaused":true')
  first.close()

  // Twice, because what is restored is stored again: https://github.com/TanStack/query/issues/4846
  for (const _reload of [1, 2]) {
    const again = open(client, persister)
    await expect.poll(() => again.result.current.names.data).toEqual(['ada', 'grace'])
    expect(again.queryClient.getMutationCache().getAll()).toHaveLength(1)
    again.close()
  }
  expect(sent).toEqual([])

  const last = open(client, persister)
  await expect.poll(() => last.queryClient.getMutationCache().getAll()).toHaveLength(1)
  onlineManager.setOnline(true)

  await expect.poll(() => sent).toEqual([katherine.body])
  await expect.poll(() => last.queryClient.isMutating()).toBe(0)
  expect(written.join()).not.toContain(password)
  last.close()
})
