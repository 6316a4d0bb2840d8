import { CancelledError, QueryClient } from '@tanstack/react-query'
import { renewing } from '@windmill-user-api/client'
import { describe, expect, test } from 'vitest'
import { keyOf, listTokensQuery, listUsernamesQuery, whoisQuery } from '../src/index.ts'
import { clientOf, text } from './support/server.ts'

const demo = { workspace: 'demo' }

/** A promise, and what resolves it. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open: () => open(), opened }
}

describe('cancelling a query', () => {
  test('leaves its neighbours alone', async () => {
    const { open, opened } = gate()
    const signals = new Map<string, AbortSignal>()
    const client = clientOf(async ({ url, signal }) => {
      signals.set(new URL(url).pathname, signal)
      await opened
      return Response.json(['ada'])
    })
    const queryClient = new QueryClient()
    const cancelled = queryClient
      .fetchQuery(listUsernamesQuery(client, demo))
      .catch((error: unknown) => error instanceof CancelledError)
    const neighbour = queryClient.fetchQuery(listUsernamesQuery(client, { workspace: 'starter' }))
    await expect.poll(() => signals.size).toBe(2)

    await queryClient.cancelQueries({ queryKey: [...keyOf(client, 'listUsernames'), demo] })
    open()

    expect(await neighbour).toEqual(['ada'])
    expect(await cancelled).toBe(true)
    expect([...signals.values()].map(({ aborted }) => aborted)).toEqual([true, false])
  })

  test('leaves alone those that wait for the same new token', async () => {
    const { open, opened } = gate()
    const renewals = { count: 0 }
    const refresh = async () => {
      renewals.count++
      await opened
      return 'renewed'
    }
    const client = clientOf(
      ({ headers }) =>
        headers.get('Authorization') === 'Bearer renewed' ? Response.json([]) : text('Unauthorized', 401),
      { auth: renewing({ token: 'expired', refresh }) },
    )
    const queryClient = new QueryClient()
    const cancelled = queryClient
      .fetchQuery(listTokensQuery(client))
      .catch((error: unknown) => error instanceof CancelledError)
    await expect.poll(() => renewals.count).toBe(1)
    const neighbour = queryClient.fetchQuery(listUsernamesQuery(client, demo))

    await queryClient.cancelQueries({ queryKey: keyOf(client, 'listTokens') })
    open()

    expect(await neighbour).toEqual([])
    expect(await cancelled).toBe(true)
    expect(renewals.count).toBe(1)
  })

  test('keeps what was there before', async () => {
    const { open, opened } = gate()
    const answers = [Response.json(['ada']), opened.then(() => Response.json(['grace']))]
    const client = clientOf(() => answers.shift() ?? text('Nothing left', 500))
    const queryClient = new QueryClient()
    const options = listUsernamesQuery(client, demo)
    await queryClient.fetchQuery(options)
    const again = queryClient.fetchQuery(options).catch(() => 'cancelled')

    await queryClient.cancelQueries({ queryKey: keyOf(client) })
    open()
    await again

    expect(queryClient.getQueryState(options.queryKey)).toMatchObject({ data: ['ada'], status: 'success' })
  })
})

test('many queries at once hang no more than one listener on the signal of each', async () => {
  const warnings: unknown[] = []
  const listen = (warning: Error) => warnings.push(warning.name)
  process.on('warning', listen)
  const client = clientOf(() => Response.json({ username: 'ada' }))
  const queryClient = new QueryClient()

  await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      queryClient.fetchQuery(whoisQuery(client, { ...demo, username: `user-${index}` })),
    ),
  )
  await new Promise((resolve) => setImmediate(resolve))
  process.off('warning', listen)

  expect(warnings).toEqual([])
})
