import { expect, test } from 'vitest'
import { SetupProblem } from '../errors.ts'
import { createPatientTransport } from './patient-transport.ts'
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

test('waits as long as it is told, and calls again', async () => {
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
  ['waiting does not help', 10, '1'],
])('says that it cannot go on when %s', async (_what, times, retryAfter) => {
  const { transport } = limited(times, retryAfter)
  const sent = transport.send('whoami', request)
  await expect(sent).rejects.toThrow(SetupProblem)
  await expect(sent).rejects.toThrow(
    /GET http:\/\/localhost\/api\/users\/whoami answered 429 with Retry-After/,
  )
})

test('takes the response of an operation that limits calls itself, and one that tells no limit', async () => {
  const itself = limited(1, '900')
  expect((await itself.transport.send('login', request)).response.status).toBe(429)
  const silent = limited(1, undefined)
  expect((await silent.transport.send('whoami', request)).response.status).toBe(429)
  expect([...itself.waited, ...silent.waited]).toEqual([])
})
