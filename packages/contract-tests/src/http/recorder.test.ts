import { expect, test } from 'vitest'
import type { SentRequest } from './exchange.ts'
import { NoResponse } from './no-response.ts'
import { createRecorder } from './recorder.ts'
import type { Transport } from './transport.ts'

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
  const recorder = createRecorder({ adminEmail: 'admin@windmill.dev', keepsCalls: false })
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
  const recorder = createRecorder({ adminEmail: 'admin@windmill.dev', keepsCalls: true })
  await recorder.record(answering(401)).send('getCurrentEmail', request)
  await expect(recorder.record(silent).send('whoami', request)).rejects.toThrow(NoResponse)
  const calls = recorder.calls()
  expect(calls.map(({ operation, exchange }) => [operation, exchange?.response.status])).toEqual([
    ['getCurrentEmail', 401],
    ['whoami', undefined],
  ])
  expect(Math.abs((calls[0]?.startedAt ?? 0) - Date.now())).toBeLessThan(10_000)
  expect(recorder.tallies()).toHaveLength(1)
})

test('hands responses on as they came', async () => {
  const recorder = createRecorder({ adminEmail: 'admin@windmill.dev', keepsCalls: false })
  const exchange = await recorder.record(answering(204)).send('whoami', request)
  expect(exchange).toMatchObject({ operation: 'whoami', response: { status: 204 } })
})
