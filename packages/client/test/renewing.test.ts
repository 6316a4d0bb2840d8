import { describe, expect, test, vi } from 'vitest'
import { createUserApi, renewing } from '../src/index.ts'
import { baseUrl, recordingServer, text } from './support/server.ts'

/** A server that takes one token, and a client that begins with another one. */
function expired(refresh: () => string | Promise<string>, valid = 'second') {
  const server = recordingServer(({ headers }) =>
    headers.get('Authorization') === `Bearer ${valid}`
      ? text('ada@example.com', 200)
      : text('Unauthorized', 401),
  )
  const counted = vi.fn(refresh)
  const auth = renewing({ token: 'first', refresh: counted })
  return { api: createUserApi({ baseUrl, auth, fetch: server.fetch }), server, refresh: counted }
}

describe('a token that the server refuses', () => {
  test('is replaced once for all calls that run', async () => {
    const { api, refresh, server } = expired(async () => 'second')
    const emails = await Promise.all(Array.from({ length: 20 }, () => api.getCurrentEmail()))

    expect(emails).toEqual(Array.from({ length: 20 }, () => 'ada@example.com'))
    expect(refresh).toHaveBeenCalledTimes(1)
    expect(server.requests).toHaveLength(40)
  })

  test('is replaced once, also where an answer comes after the new token', async () => {
    const gates: (() => void)[] = []
    const server = recordingServer(async ({ headers }) => {
      if (headers.get('Authorization') === 'Bearer second') return text('ada@example.com')
      if (gates.length < 2) await new Promise<void>((resolve) => gates.push(resolve))
      return text('Unauthorized', 401)
    })
    const refresh = vi.fn(() => 'second')
    const api = createUserApi({
      baseUrl,
      auth: renewing({ token: 'first', refresh }),
      fetch: server.fetch,
    })
    const calls = [api.getCurrentEmail(), api.getCurrentEmail()]
    await vi.waitFor(() => expect(gates).toHaveLength(2))

    gates[0]?.()
    await calls[0]
    gates[1]?.()

    expect(await calls[1]).toBe('ada@example.com')
    expect(refresh).toHaveBeenCalledTimes(1)
  })

  test('stays replaced', async () => {
    const { api, server, refresh } = expired(() => 'second')
    await api.getCurrentEmail()
    await api.getCurrentEmail()

    expect(refresh).toHaveBeenCalledTimes(1)
    expect(server.requests).toHaveLength(3)
  })

  test('is replaced for an operation that writes too: the server did nothing', async () => {
    const { api, server } = expired(() => 'second')

    expect(await api.setPassword({ body: { password: 'difference-engine' } })).toBe('ada@example.com')
    expect(await server.requests[1]?.json()).toEqual({ password: 'difference-engine' })
  })

  test('is replaced once per call and not again: there is no loop', async () => {
    const { api, server, refresh } = expired(() => 'third')

    expect(await api.getCurrentEmail.safe()).toMatchObject({ error: { kind: 'status', status: 401 } })
    expect([server.requests.length, refresh.mock.calls.length]).toEqual([2, 1])
  })

  test('is replaced once for two clients that share it', async () => {
    const { server } = expired(() => 'never')
    const refresh = vi.fn(() => 'second')
    const auth = renewing({ token: 'first', refresh })
    const apis = [1, 2].map(() => createUserApi({ baseUrl, auth, fetch: server.fetch }))

    expect(await Promise.all(apis.map((api) => api.getCurrentEmail()))).toEqual([
      'ada@example.com',
      'ada@example.com',
    ])
    expect(refresh).toHaveBeenCalledTimes(1)
  })

  test('is replaced by a function alone', () => {
    const renew = renewing as (options: unknown) => unknown
    expect(() => renew({ token: 'first', refresh: 'second' })).toThrow('refused refresh, expected function')
  })

  test('is not replaced where no token was sent', async () => {
    const refresh = vi.fn(() => 'second')
    const auth = renewing({ token: 'first', refresh })
    const api = createUserApi({ baseUrl, auth, fetch: () => text('Unauthorized', 401) })

    await api.login.safe({ body: { email: 'ada@example.com', password: 'x' } })
    expect(refresh).not.toHaveBeenCalled()
  })
})

describe('a refresh that fails', () => {
  test('leaves the 401, and says why', async () => {
    const cause = new Error('the refresh token is too old')
    const { api } = expired(() => Promise.reject(cause))

    expect(await api.getCurrentEmail.safe()).toMatchObject({ error: { kind: 'status', status: 401, cause } })
  })

  test('may be tried again by the next call', async () => {
    const tokens = [Promise.reject(new Error('offline')), 'second']
    const { api } = expired(() => tokens.shift() ?? 'none left')

    expect(await api.getCurrentEmail.safe()).toMatchObject({ ok: false })
    expect(await api.getCurrentEmail.safe()).toMatchObject({ ok: true })
  })

  test('with a token that cannot be sent is refused', async () => {
    const { api } = expired(() => 'two words')

    expect(await api.getCurrentEmail.safe()).toMatchObject({ error: { kind: 'refused', argument: 'token' } })
  })

  test('by never ending ends with the deadline', async () => {
    const { api } = expired(() => new Promise<string>(() => {}))

    expect(await api.getCurrentEmail.safe({}, { deadline: 50 })).toMatchObject({
      error: { kind: 'deadline' },
    })
  })
})

describe('a renewal that nobody is left to tell of', () => {
  test('is begun anew by a later call, once for all calls that wait', async () => {
    vi.useFakeTimers()
    const controller = new AbortController()
    const tokens = [new Promise<string>(() => {}), 'second']
    const { api, refresh } = expired(() => tokens.shift() ?? 'none left')
    const first = api.getCurrentEmail.safe({}, { signal: controller.signal })
    await vi.advanceTimersByTimeAsync(100)
    controller.abort()
    const others = [api.getCurrentEmail(), api.getCurrentEmail()]
    await vi.advanceTimersByTimeAsync(5000)

    expect(await first).toMatchObject({ error: { kind: 'aborted' } })
    expect(await Promise.all(others)).toEqual(['ada@example.com', 'ada@example.com'])
    expect(refresh).toHaveBeenCalledTimes(2)
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })

  test('is waited for as long as the call that began it, however slow it is', async () => {
    vi.useFakeTimers()
    const slow = () => new Promise<string>((resolve) => setTimeout(() => resolve('second'), 20_000))
    const { api, refresh } = expired(slow)
    const calls = [api.getCurrentEmail(), api.getCurrentEmail()]
    await vi.advanceTimersByTimeAsync(21_000)

    expect(await Promise.all(calls)).toEqual(['ada@example.com', 'ada@example.com'])
    expect(refresh).toHaveBeenCalledTimes(1)
    vi.useRealTimers()
  })
})
