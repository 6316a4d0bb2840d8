import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type CallOptions, createUserApi } from '../src/index.ts'
import { baseUrl, recordingServer, text } from './support/server.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T12:00:00Z') })
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

type Answer = () => Response | Promise<Response>

const unavailable = (retryAfter?: string) => () =>
  text('Unavailable', 503, retryAfter === undefined ? {} : { 'Retry-After': retryAfter })
const email: Answer = () => text('ada@example.com')
const hang: Answer = () => new Promise<Response>(() => {})

/** A server that answers in this order, the last answer for ever, and what happened when. */
function serverThat(...answers: [Answer, ...Answer[]]) {
  const began = Date.now()
  const times: number[] = []
  const server = recordingServer(() => {
    times.push(Date.now() - began)
    return (answers[times.length - 1] ?? answers.at(-1) ?? email)()
  })
  const api = createUserApi({ baseUrl, auth: { kind: 'none' }, fetch: server.fetch })
  return { api, times, elapsed: () => Date.now() - began }
}

async function settled<Result>(result: Promise<Result>): Promise<Result> {
  await vi.runAllTimersAsync()
  return result
}

function read(server: ReturnType<typeof serverThat>, options?: CallOptions) {
  return settled(server.api.getCurrentEmail.safe({}, options))
}

test('what a validator throws is thrown again, whatever status it has', async () => {
  const thrown = Object.assign(new Error('no shape'), { status: 503 })
  const server = recordingServer(() => text('ada@example.com'))
  const validate = () => {
    throw thrown
  }
  const api = createUserApi({ baseUrl, auth: { kind: 'none' }, fetch: server.fetch, validate })

  await expect(api.getCurrentEmail()).rejects.toBe(thrown)
  expect(server.requests).toHaveLength(1)
})

describe('a call of an idempotent operation is made again', () => {
  test.each([408, 429, 502, 503, 504])('after a %i', async (status) => {
    const server = serverThat(() => text('later', status), email)

    expect(await read(server)).toMatchObject({ ok: true, value: 'ada@example.com' })
  })

  test('after a broken connection', async () => {
    const server = serverThat(() => Promise.reject(new TypeError('fetch failed')), email)

    expect(await read(server)).toMatchObject({ ok: true })
  })

  test('after pauses that double, with jitter, and not for ever', async () => {
    const server = serverThat(unavailable())

    expect(await read(server)).toMatchObject({ error: { kind: 'undeclared-status', status: 503 } })
    expect(server.times).toEqual([0, 150, 450])
  })

  test('as often and as late as it says', async () => {
    const server = serverThat(unavailable())
    await read(server, { retry: { retries: 4, baseDelay: 1000, maxDelay: 3000 } })

    expect(server.times).toEqual([0, 500, 1500, 3000, 4500])
  })

  test('with the pauses of the client, if the call says how often', async () => {
    const times: number[] = []
    const began = Date.now()
    const fetch = async () => {
      times.push(Date.now() - began)
      return unavailable()()
    }
    const retry = { retries: 9, baseDelay: 1000 }
    const client = createUserApi({ baseUrl, auth: { kind: 'none' }, retry, fetch })
    await settled(client.getCurrentEmail.safe({}, { retry: { retries: 1 } }))

    expect(times).toEqual([0, 500])
  })

  test('also where it writes, if the document marks it', async () => {
    const server = serverThat(unavailable(), () => text('Qm3vK9xTzL: 1 deleted'))

    await settled(server.api.deleteToken({ token_prefix: 'Qm3vK9xTzL' }))
    expect(server.times).toHaveLength(2)
  })
})

describe('a call is made once', () => {
  test('where a repetition could write twice', async () => {
    const server = serverThat(unavailable('0'))
    const results = await settled(
      Promise.all([
        server.api.createToken.safe({ body: { label: 'ci' } }),
        server.api.login.safe({ body: { email: 'ada@example.com', password: 'x' } }),
      ]),
    )

    expect(results).toMatchObject([{ error: { status: 503 } }, { error: { status: 503 } }])
    expect(server.times).toHaveLength(2)
  })

  test.each([400, 401, 403, 404, 500, 501])(
    'after a %i, which another time would not change',
    async (status) => {
      const server = serverThat(() => text('no', status))
      await read(server)

      expect(server.times).toHaveLength(1)
    },
  )

  test('after a success that cannot be read', async () => {
    const server = serverThat(() => Response.json('ada@example.com'))

    expect(await read(server)).toMatchObject({ error: { kind: 'decode' } })
    expect(server.times).toHaveLength(1)
  })

  test('where it says so, or the client does', async () => {
    const server = serverThat(unavailable())
    const client = createUserApi({ baseUrl, auth: { kind: 'none' }, retry: false, fetch: unavailable() })

    await read(server, { retry: false })
    expect(await settled(client.getCurrentEmail.safe())).toMatchObject({ error: { status: 503 } })
    expect(server.times).toHaveLength(1)
  })
})

describe('Retry-After', () => {
  test('in seconds is waited for', async () => {
    const server = serverThat(unavailable('7'), email)
    await read(server)

    expect(server.times).toEqual([0, 7000])
  })

  test('as a date is waited for', async () => {
    const server = serverThat(unavailable('Mon, 23 Nov 2026 12:00:09 GMT'), email)
    await read(server)

    expect(server.times).toEqual([0, 9000])
  })

  test.each(['Mon, 23 Nov 2026 11:00:00 GMT', '1.5', '7, 7', '-1'])(
    'that makes no sense leaves it to the usual pause: %s',
    async (value) => {
      const server = serverThat(unavailable(value), email)
      await read(server)

      expect(server.times).toEqual([0, 150])
    },
  )

  test('that says nothing leaves it to the usual pause', async () => {
    const server = serverThat(unavailable('soon'), email)
    await read(server)

    expect(server.times).toEqual([0, 150])
  })

  test('beyond the deadline is not waited for', async () => {
    const server = serverThat(unavailable('3600'))

    expect(await read(server)).toMatchObject({ error: { status: 503 } })
    expect(server.elapsed()).toBe(0)
  })
})

describe('time', () => {
  test('of one attempt ends it, and the next may do better', async () => {
    const server = serverThat(hang, email)

    expect(await read(server, { timeout: 2000 })).toMatchObject({ ok: true })
    expect(server.times).toEqual([0, 2150])
  })

  test('of the last attempt makes a TimeoutError', async () => {
    const server = serverThat(hang)

    expect(await read(server, { timeout: 2000, retry: false })).toMatchObject({
      error: {
        kind: 'timeout',
        operation: 'getCurrentEmail',
        message: `no answer within 2000 ms: GET ${baseUrl}/users/email`,
      },
    })
  })

  test('of the whole call makes a DeadlineError', async () => {
    const server = serverThat(hang)

    expect(await read(server, { timeout: 2000, deadline: 5000 })).toMatchObject({
      error: { kind: 'deadline', message: `no answer within 5000 ms: GET ${baseUrl}/users/email` },
    })
    expect(server.elapsed()).toBe(5000)
  })

  test('is 30 s for one attempt and 60 s for all, unless it is told', async () => {
    const server = serverThat(hang)

    expect(await read(server)).toMatchObject({ error: { kind: 'deadline' } })
    expect(server.times).toEqual([0, 30_150])
    expect(server.elapsed()).toBe(60_000)
  })

  test('may be without end', async () => {
    const slow = () => new Promise<Response>((resolve) => setTimeout(() => resolve(text('late')), 3_600_000))
    const server = serverThat(slow)

    expect(await read(server, { timeout: Infinity, deadline: Infinity })).toMatchObject({ value: 'late' })
  })

  test('that is over already ends a call at once, and Node has no negative timer to warn of', async () => {
    const server = serverThat(hang)
    const timers = vi.spyOn(globalThis, 'setTimeout')

    expect(await read(server, { deadline: -5 })).toMatchObject({ error: { kind: 'deadline' } })
    expect(timers.mock.calls.map(([, delay]) => delay)).not.toContainEqual(-5)
    timers.mockRestore()
  })

  test('leaves no timer behind', async () => {
    await serverThat(email).api.getCurrentEmail()

    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a signal ends a call', () => {
  async function abortedAfter(milliseconds: number, ...answers: [Answer, ...Answer[]]) {
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('changed my mind')), milliseconds)
    const server = serverThat(...answers)
    return { result: await read(server, { signal: controller.signal }), server }
  }
  const aborted = { ok: false, error: { kind: 'aborted', cause: { message: 'changed my mind' } } }

  test('that waits for a server which does not look at it', async () => {
    expect((await abortedAfter(1000, hang)).result).toMatchObject(aborted)
  })

  test('that waits for the body', async () => {
    const drip: Answer = () =>
      new Response(new ReadableStream({}), { headers: { 'Content-Type': 'text/plain' } })

    expect((await abortedAfter(1000, drip)).result).toMatchObject(aborted)
  })

  test('that pauses, and there is no other attempt', async () => {
    const { result, server } = await abortedAfter(1000, unavailable('7'), email)

    expect(result).toMatchObject(aborted)
    expect(server.times).toEqual([0])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('that waits for the token', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 1000)
    const token = () => new Promise<string>(() => {})
    const api = createUserApi({ baseUrl, auth: { kind: 'bearer', token }, fetch: email })

    const result = await settled(api.logout.safe({}, { signal: controller.signal }))
    expect(result).toMatchObject({ error: { kind: 'aborted' } })
  })
})
