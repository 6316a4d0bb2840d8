import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { createUserApi, type Hooks, type ResponseEvent } from '../src/index.ts'
import { baseUrl, recordingServer, served, text } from './support/server.ts'

/** Hooks that keep what they see. */
function recordingHooks() {
  const seen: (readonly [hook: string, event: object])[] = []
  const keep = (hook: string) => (event: object) => {
    seen.push([hook, event])
  }
  const hooks: Hooks = {
    onRequest: keep('onRequest'),
    onResponse: keep('onResponse'),
    onRetry: keep('onRetry'),
    onError: keep('onError'),
  }
  return { hooks, seen }
}

const auth = { kind: 'bearer', token: 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX' } as const
const retry = { retries: 1, baseDelay: 0 }

describe('hooks', () => {
  test('see every attempt, every answer, every pause, and the end', async () => {
    const { hooks, seen } = recordingHooks()
    const fetch = () => text('Unavailable', 503, { 'X-Request-Id': '7' })
    await createUserApi({ baseUrl, auth, retry, hooks, fetch }).getCurrentEmail.safe()

    const call = { operation: 'getCurrentEmail', method: 'GET', url: `${baseUrl}/users/email` }
    const answer = { status: 503, requestId: '7', duration: expect.any(Number) }
    expect(seen).toMatchObject([
      ['onRequest', { ...call, attempt: 1 }],
      ['onResponse', { ...call, ...answer, attempt: 1 }],
      ['onRetry', { ...call, attempt: 1, delay: 0, error: { status: 503 } }],
      ['onRequest', { ...call, attempt: 2 }],
      ['onResponse', { ...call, ...answer, attempt: 2 }],
      ['onError', { ...call, attempt: 2, error: { status: 503 }, duration: expect.any(Number) }],
    ])
  })

  test('see which events belong to the same call', async () => {
    const calls: object[] = []
    const hooks: Hooks = { onRequest: ({ call }) => void calls.push(call) }
    const api = createUserApi({ baseUrl, auth, retry, hooks, fetch: () => text('Unavailable', 503) })
    await api.getCurrentEmail.safe()
    await api.getCurrentEmail.safe()

    expect(calls).toHaveLength(4)
    expect(calls[0]).toBe(calls[1])
    expect(calls[2]).not.toBe(calls[1])
  })

  test('see a success without an error', async () => {
    const { hooks, seen } = recordingHooks()
    await createUserApi({ baseUrl, auth, hooks, fetch: () => text('ada@example.com') }).getCurrentEmail()

    expect(seen.map(([hook]) => hook)).toEqual(['onRequest', 'onResponse'])
  })

  test('see what was refused, and that nothing was sent', async () => {
    const { hooks, seen } = recordingHooks()
    const api = createUserApi({ baseUrl, auth, hooks, fetch: () => text('sent') })
    await api.whois.safe({ workspace: 'demo', username: '..' })

    expect(seen).toMatchObject([['onError', { error: { kind: 'refused' }, attempt: 1 }]])
  })

  test('may add headers, to continue a trace', async () => {
    const server = recordingServer(() => text('ada@example.com'))
    const hooks: Hooks = {
      onRequest: ({ attempt }) => ({ traceparent: `00-${attempt}`, Authorization: 'Bearer other' }),
    }
    await createUserApi({ baseUrl, auth, hooks, fetch: server.fetch }).getCurrentEmail()

    expect(server.requests[0]?.headers.get('traceparent')).toBe('00-1')
    expect(server.requests[0]?.headers.get('Authorization')).toBe(`Bearer ${auth.token}`)
  })

  test('break no call when they throw', async () => {
    const broken = () => {
      throw new Error('the log is full')
    }
    const hooks = { onRequest: broken, onResponse: broken, onRetry: broken, onError: broken }
    const api = createUserApi({ baseUrl, auth, retry, hooks, fetch: () => text('Unavailable', 503) })

    expect(await api.getCurrentEmail.safe()).toMatchObject({ error: { status: 503 } })
  })

  test('break no call, and end no process, when their promises reject', async () => {
    const broken = async () => {
      throw new Error('the log service is away')
    }
    const hooks = { onRequest: broken, onResponse: broken, onRetry: broken, onError: broken }
    const api = createUserApi({ baseUrl, auth, retry, hooks, fetch: () => text('Unavailable', 503) })

    // An unhandled rejection makes the test run fail.
    expect(await api.getCurrentEmail.safe()).toMatchObject({ error: { status: 503 } })
  })

  test('may find the headers somewhere else first', async () => {
    const server = recordingServer(() => text('ada@example.com'))
    const hooks: Hooks = { onRequest: async () => ({ traceparent: '00-1' }) }
    await createUserApi({ baseUrl, auth, hooks, fetch: server.fetch }).getCurrentEmail()

    expect(server.requests[0]?.headers.get('traceparent')).toBe('00-1')
  })

  test('may be methods of an object', async () => {
    class Log implements Hooks {
      readonly lines: string[] = []
      onResponse({ operation, status }: ResponseEvent) {
        this.lines.push(`${operation} ${status}`)
      }
    }
    const log = new Log()
    const fetch = () => text('ada@example.com')
    await createUserApi({ baseUrl, auth, hooks: log, fetch }).getCurrentEmail()

    expect(log.lines).toEqual(['getCurrentEmail 200'])
  })

  test('see an identifier of the server that can be printed', async () => {
    const { hooks, seen } = recordingHooks()
    const fetch = () => text('ada@example.com', 200, { 'X-Request-Id': `7\u009b2J${'x'.repeat(9000)}` })
    await createUserApi({ baseUrl, auth, hooks, fetch }).getCurrentEmail()

    expect(seen[1]).toMatchObject([
      'onResponse',
      { requestId: expect.stringMatching(/^7%C2%9B2Jx{4000,4090}$/) },
    ])
  })

  test('see no secret', async () => {
    const { hooks, seen } = recordingHooks()
    const fetch = served(async (request) => text(`${await request.text()} ${auth.token}`, 400))
    const api = createUserApi({ baseUrl, auth, hooks, fetch })
    await api.setPassword.safe({ body: { password: auth.token } })

    expect(seen.length).toBeGreaterThan(0)
    expect(inspect(seen, { depth: 9, showHidden: true }) + JSON.stringify(seen)).not.toContain(auth.token)
  })
})
