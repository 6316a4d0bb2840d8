import { expect, test } from 'vitest'
import { NoResponse, type NoResponseKind } from './no-response.ts'
import { createRetryingTransport } from './retrying-transport.ts'
import type { Transport } from './transport.ts'

const request = { method: 'GET', url: 'http://localhost/api/users/whoami', headers: {}, body: undefined }
const post = { ...request, method: 'POST' }

/** A server that does these things in turn: responds with a status, or ends without a response. */
function serverThat(...turns: readonly (number | NoResponseKind)[]) {
  const waited: number[] = []
  let calls = 0
  const server: Transport = {
    async send(operation, sent) {
      const turn = turns[Math.min(calls, turns.length - 1)] ?? 200
      calls += 1
      if (typeof turn === 'string') throw new NoResponse({ operation, request: sent, kind: turn })
      const headers = new Headers(turn === 503 ? { 'retry-after': '2' } : {})
      return { operation, request: sent, response: { status: turn, headers, text: '' } }
    },
  }
  const transport = createRetryingTransport(server, {
    isIdempotent: (_operation, { method }) => method === 'GET',
    describes: (operation, status) => operation === 'login' && status === 503,
    wait: async (milliseconds) => void waited.push(milliseconds),
  })
  return { transport, waited, count: () => calls }
}

test.each([502, 503, 504] as const)(
  'sends a request again after %i, and tells that it did',
  async (status) => {
    const { transport } = serverThat(status, 200)
    expect((await transport.send('whoami', request)).response.status).toBe(200)
    expect(transport.transient()).toMatchObject([{ operation: 'whoami', status, count: 1 }])
  },
)

test.each(['reset', 'broken-off', 'refused'] as const)('sends a request again after %s', async (kind) => {
  const { transport } = serverThat(kind, 200)
  expect((await transport.send('whoami', request)).response.status).toBe(200)
  expect(transport.transient()).toMatchObject([{ operation: 'whoami', kind, count: 1 }])
})

test('counts what passes by operation and status', async () => {
  const { transport } = serverThat(502, 200, 502, 404, 504, 200)
  for (const operation of ['whoami', 'whoami', 'listTokens']) await transport.send(operation, request)
  expect(transport.transient()).toMatchObject([
    { operation: 'whoami', status: 502, count: 2 },
    { operation: 'listTokens', status: 504, count: 1 },
  ])
})

test('waits as long as Retry-After says', async () => {
  const { transport, waited } = serverThat(503, 200)
  await transport.send('whoami', request)
  expect(waited).toEqual([2000])
})

test.each([
  ['what may do something twice', 'createUser', post, 502],
  ['what may have done something', 'createUser', post, 'reset'],
  ['what took too long', 'whoami', request, 'timeout'],
  ['what is no passing failure', 'whoami', request, 500],
  ['a status of the contract', 'login', request, 503],
] as const)('does not send %s again', async (_what, operation, sent, turn) => {
  const { transport, count } = serverThat(turn, 200)
  await transport.send(operation, sent).catch(() => {})
  expect(count()).toBe(1)
  expect(transport.transient()).toEqual([])
})

test('sends again what was never sent, since no connection was made', async () => {
  const { transport } = serverThat('refused', 201)
  expect((await transport.send('createUser', post)).response.status).toBe(201)
})

test('hands on a failure that does not pass, and soon takes it for what it is', async () => {
  const { transport, count } = serverThat(502)
  for (let number = 0; number < 10; number += 1)
    expect((await transport.send('whoami', request)).response.status).toBe(502)
  expect(count()).toBe(12)
  expect(transport.transient()).toEqual([])
})

test('throws what fails twice', async () => {
  const { transport } = serverThat('reset')
  await expect(transport.send('whoami', request)).rejects.toMatchObject({ kind: 'reset' })
})

test('counts the calls that failed in a way that may pass, retried or not', async () => {
  const { transport } = serverThat(502, 200, 502, 404)
  await transport.send('whoami', request)
  await transport.send('createUser', post)
  await transport.send('whoami', request)
  expect(transport.failures()).toBe(2)
})
