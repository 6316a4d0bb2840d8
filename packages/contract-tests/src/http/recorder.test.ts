import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import type { SentRequest } from './exchange.ts'
import { maskCall } from './masked-call.ts'
import { NoResponse } from './no-response.ts'
import { createRecorder } from './recorder.ts'
import { createSecrets } from './secrets.ts'
import type { Transport } from './transport.ts'

const given = [{ role: 'super-admin', email: 'admin@windmill.dev' }] as const
const request: SentRequest = {
  method: 'GET',
  url: 'http://localhost:8000/api/users/email',
  headers: {},
  body: undefined,
}

function answering(status: number): Transport {
  return {
    send: async (operation, sent) => ({
      operation,
      request: sent,
      response: { status, headers: new Headers(), text: '' },
    }),
  }
}

const silent: Transport = {
  send: async (operation, sent) => {
    throw new NoResponse({ operation, request: sent, kind: 'reset' })
  },
}

test('counts responses by operation, method, status and role', async () => {
  const recorder = createRecorder({ given, keepsCalls: false })
  const transport = recorder.record(answering(200))
  await transport.send('getCurrentEmail', request)
  await transport.send('getCurrentEmail', request)
  await transport.send('getCurrentEmail', { ...request, method: 'HEAD' })
  expect(recorder.tallies()).toEqual([
    { operation: 'getCurrentEmail', method: 'GET', status: 200, role: 'nobody', count: 2 },
    { operation: 'getCurrentEmail', method: 'HEAD', status: 200, role: 'nobody', count: 1 },
  ])
  expect(recorder.calls()).toEqual([])
})

test('keeps the calls where it is asked to, also one that was not answered', async () => {
  const recorder = createRecorder({ given, keepsCalls: true })
  await recorder.record(answering(401)).send('getCurrentEmail', request)
  await expect(recorder.record(silent).send('whoami', request)).rejects.toThrow(NoResponse)
  const calls = recorder.calls()
  expect(calls.map(({ operation, response }) => [operation, response?.status])).toEqual([
    ['getCurrentEmail', 401],
    ['whoami', undefined],
  ])
  expect(Math.abs((calls[0]?.startedAt ?? 0) - Date.now())).toBeLessThan(10_000)
  expect(recorder.tallies()).toHaveLength(1)
})

test('hands responses on as they came', async () => {
  const recorder = createRecorder({ given, keepsCalls: false })
  const exchange = await recorder.record(answering(204)).send('whoami', request)
  expect(exchange).toMatchObject({ operation: 'whoami', response: { status: 204 } })
})

test('keeps a little of each body, however long it is', async () => {
  const before = usedMemory()
  const recorder = createRecorder({ given, keepsCalls: true })
  for (let number = 0; number < 30; number += 1)
    await recorder.record(sending('a'.repeat(number) + longBody())).send('whoami', request)
  expect(usedMemory() - before).toBeLessThan(30_000_000)
  const secrets = createSecrets()
  const [call] = recorder.calls().map((recorded) => maskCall(recorded, secrets))
  expect(call?.response?.body).toMatch(/^b+… \(7,990,000 more characters\)$/)
})

test('masks a secret in a kept call even if it became known later', async () => {
  const recorder = createRecorder({ given, keepsCalls: true })
  await recorder
    .record(sending(`${'b '.repeat(4_996)}Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX`))
    .send('whoami', request)
  const secrets = createSecrets()
  secrets.add('Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX')
  const [call] = recorder.calls().map((recorded) => maskCall(recorded, secrets))
  expect(call?.response?.body).not.toContain('Qm3v')
})

test('does not mistake a page of text for the token of a login', async () => {
  const recorder = createRecorder({ given, keepsCalls: false })
  const login = { ...request, method: 'POST', body: '{"email":"admin@windmill.dev"}' }
  await recorder.record(sending(longBody())).send('login', login)
  expect(recorder.opened()).toEqual([])
})

function sending(text: string): Transport {
  return {
    send: async (operation, sent) => ({
      operation,
      request: sent,
      response: { status: 200, headers: new Headers(), text },
    }),
  }
}

/** Eight million characters that share their memory with no other text. */
function longBody(): string {
  return Buffer.alloc(8_000_000, 'b').toString()
}

function usedMemory(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}
