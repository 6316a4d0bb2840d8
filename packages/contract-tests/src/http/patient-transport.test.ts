import { expect, test } from 'vitest'
import { SetupProblem } from '../errors.ts'
import { createPatientTransport } from './patient-transport.ts'
import { pause } from './pause.ts'
import { createTransport } from './transport.ts'

const request = { method: 'GET', url: 'http://localhost/api/users/whoami', headers: {}, body: undefined }

/** A server that refuses so many calls, each with this `Retry-After`, and how long a transport waited for it. */
function limited(times: number, retryAfter: string | undefined) {
  const waited: number[] = []
  let calls = 0
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': retryAfter }
  const fetch = async () => {
    calls += 1
    return calls <= times
      ? new Response('Too many requests: wait', { status: 429, headers })
      : new Response('ada')
  }
  const wait = async (milliseconds: number) => void waited.push(milliseconds)
  const knowsLimit = (operation: string) => operation === 'login'
  return {
    transport: createPatientTransport(createTransport({ fetch, timeout: 1000 }), { knowsLimit, wait }),
    waited,
  }
}

test('waits for the requested time, and calls again', async () => {
  const { transport, waited } = limited(2, '3')
  expect((await transport.send('whoami', request)).response.text).toBe('ada')
  expect(waited).toEqual([3000, 3000])
})

test('understands a moment, too', async () => {
  const { transport, waited } = limited(1, new Date(Date.now() + 5000).toUTCString())
  expect((await transport.send('whoami', request)).response.status).toBe(200)
  expect(waited[0]).toBeGreaterThan(3000)
  expect(waited[0]).toBeLessThanOrEqual(5000)
})

test.each([
  ['the wait is long', 1, '900'],
  ['waiting does not help', 20, '1'],
  ['there is no time to wait', 20, '0'],
])('says that it cannot go on when %s', async (_what, times, retryAfter) => {
  const { transport } = limited(times, retryAfter)
  const sent = transport.send('whoami', request)
  await expect(sent).rejects.toThrow(SetupProblem)
  await expect(sent).rejects.toThrow(
    /GET http:\/\/localhost\/api\/users\/whoami returned 429 with Retry-After/,
  )
})

test('takes the response of an operation that limits calls itself, and one that tells no limit', async () => {
  const itself = limited(1, '900')
  expect((await itself.transport.send('login', request)).response.status).toBe(429)
  const silent = limited(1, undefined)
  expect((await silent.transport.send('whoami', request)).response.status).toBe(429)
  expect([...itself.waited, ...silent.waited]).toEqual([])
})

test('waits where an operation with a limit of its own asks for a moment: that is a gateway', async () => {
  const gateway = limited(1, '1')
  expect((await gateway.transport.send('login', request)).response.text).toBe('ada')
  expect(gateway.waited).toEqual([1000])
  const endless = limited(Number.POSITIVE_INFINITY, '1')
  expect((await endless.transport.send('login', request)).response.status).toBe(429)
})

test.each(['-1', '1.5', 'soon', '1, 2'])(
  'takes the response where Retry-After is the malformed %j',
  async (value) => {
    const { transport, waited } = limited(1, value)
    expect((await transport.send('whoami', request)).response.status).toBe(429)
    expect(waited).toEqual([])
  },
)

test('sends nothing else while it waits', async () => {
  let open = () => {}
  const sent: string[] = []
  const fetch = async ({ url }: Request) => {
    sent.push(new URL(url).pathname)
    return sent.length === 1
      ? new Response('wait', { status: 429, headers: { 'retry-after': '1' } })
      : new Response('ada')
  }
  const transport = createPatientTransport(createTransport({ fetch, timeout: 1000 }), {
    knowsLimit: () => false,
    wait: () =>
      new Promise((resolve) => {
        open = resolve
      }),
  })
  const first = transport.send('whoami', { ...request, url: 'http://localhost/first' })
  await expect.poll(() => sent.length).toBe(1)
  const second = transport.send('whoami', { ...request, url: 'http://localhost/second' })
  await pause(20, undefined)
  expect(sent).toEqual(['/first'])
  open()
  await Promise.all([first, second])
  expect(sent).toHaveLength(3)
})

test('ends the waiting when the run is stopped', async () => {
  const stop = new AbortController()
  const fetch = async () => new Response('wait', { status: 429, headers: { 'retry-after': '50' } })
  const transport = createPatientTransport(createTransport({ fetch, timeout: 1000, signal: stop.signal }), {
    knowsLimit: () => false,
    signal: stop.signal,
  })
  const sent = transport.send('whoami', request)
  await pause(20, undefined)
  stop.abort()
  await expect(sent).rejects.toThrow('The run was stopped.')
})
