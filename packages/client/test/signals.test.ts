import { getEventListeners } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { describe, expect, test } from 'vitest'
import { createUserApi, type Fetch, renewing, type UserApi } from '../src/index.ts'
import { listening } from './support/ports.ts'
import { runProgram } from './support/run-program.ts'
import { baseUrl, text } from './support/server.ts'

const hang: Fetch = (_, { signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })

function apiThat(fetch: Fetch): UserApi {
  return createUserApi({ baseUrl, auth: { kind: 'none' }, retry: { baseDelay: 0 }, fetch })
}

const listenersOf = (signal: AbortSignal) => getEventListeners(signal, 'abort').length

function bound(controller: AbortController) {
  return { signal: controller.signal, abort: () => controller.abort() }
}

test('what is no signal leaves no timer that would keep a process alive', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
  const before = timers()
  // As JavaScript without types can.
  const signal = {} as AbortSignal

  await expect(apiThat(hang).logout({}, { signal })).rejects.toThrow('refused signal')
  expect(timers()).toBe(before)
})

describe('a signal that many calls share', () => {
  test('gets one listener, because more than ten are reported as a leak', async () => {
    const { signal, abort } = bound(new AbortController())
    const calls = Array.from({ length: 50 }, () => apiThat(hang).logout.safe({}, { signal }))

    expect(listenersOf(signal)).toBe(1)
    abort()
    for (const result of await Promise.all(calls))
      expect(result).toMatchObject({ ok: false, error: { kind: 'aborted' } })
    expect(listenersOf(signal)).toBe(0)
  })

  test('keeps none of it after the calls, however they end', async () => {
    const { signal } = new AbortController()
    const answers = [text('Unavailable', 503), text('ada@example.com')]
    await apiThat(() => answers.shift() ?? text('')).getCurrentEmail({}, { signal })
    await apiThat(() => Promise.reject(new TypeError('offline'))).logout.safe({}, { signal })
    await apiThat(hang).logout.safe({}, { signal, timeout: 5 })
    await apiThat(() => text('no', 404)).logout.safe({}, { signal })

    expect(listenersOf(signal)).toBe(0)
  })

  test('still ends a call that begins after all others have ended', async () => {
    const { signal, abort } = bound(new AbortController())
    await apiThat(() => text('')).logout({}, { signal })
    const call = apiThat(hang).logout.safe({}, { signal })
    abort()

    expect(await call).toMatchObject({ error: { kind: 'aborted' } })
  })
})

test('a call that is cancelled leaves its neighbours alone', async () => {
  const [mine, neighbours] = [bound(new AbortController()), new AbortController()]
  let answer = () => {}
  const api = apiThat(async (url, init) => {
    if (init.signal.aborted) throw init.signal.reason
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    return text(url)
  })
  const cancelled = api.getCurrentEmail.safe({}, { signal: mine.signal })
  const other = api.getCurrentEmail({}, { signal: neighbours.signal })
  await Promise.resolve()
  mine.abort()

  expect(await cancelled).toMatchObject({ error: { kind: 'aborted' } })
  answer()
  expect(await other).toContain('/users/email')
})

test('a call that is cancelled while the token is renewed leaves the renewal to its neighbours', async () => {
  const mine = bound(new AbortController())
  let finish = (_: string) => {}
  const refresh = () =>
    new Promise<string>((resolve) => {
      finish = resolve
    })
  const auth = renewing({ token: 'first', refresh })
  const fetch: Fetch = (_, { headers }) =>
    headers['authorization'] === 'Bearer second' ? text('ada@example.com') : text('Unauthorized', 401)
  const api = createUserApi({ baseUrl, auth, fetch })
  const cancelled = api.getCurrentEmail.safe({}, { signal: mine.signal })
  const other = api.getCurrentEmail()
  await new Promise((resolve) => setTimeout(resolve))
  mine.abort()
  await cancelled
  finish('second')

  expect(await other).toBe('ada@example.com')
})

/** A server whose corners answer, fail, drip or say nothing. */
const corners: RequestListener = ({ url = '', headers }, response) => {
  if (url.startsWith('/silent')) return
  response.setHeader('Content-Type', 'text/plain')
  if (headers.authorization !== 'Bearer second') response.writeHead(401).end('Unauthorized')
  else if (url.startsWith('/busy')) response.writeHead(503, { 'Retry-After': '0' }).end()
  else if (url.startsWith('/drip')) response.write('ada')
  else response.end('ada@example.com')
}

test('nothing outlives a call, and the process ends by itself', async () => {
  const server = createServer(corners)
  const origin = `http://127.0.0.1:${await listening(server)}`

  expect(JSON.parse(await runProgram('programs/end-of-a-process.ts', { ORIGIN: origin }))).toEqual({
    outcomes: ['ok', 'undeclared-status', 'timeout', 'timeout', 'aborted', 'deadline'],
    kept: [],
  })
  server.closeAllConnections()
  server.close()
})
