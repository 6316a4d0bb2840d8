import { expect, test } from 'vitest'
import type { SentRequest } from '../http/exchange.ts'
import { NoResponse, type NoResponseKind } from '../http/no-response.ts'
import type { Transport } from '../http/transport.ts'
import { type Observation, Stopped } from './observation.ts'
import { sendObserved } from './send-observed.ts'

const request: SentRequest = { method: 'GET', url: 'http://localhost/api', headers: {}, body: undefined }

async function send(respond: Transport['send']) {
  const observed: Observation[] = []
  const observe = (observation: Observation) => void observed.push(observation)
  const sent = await sendObserved({ send: respond }, { operation: 'whoami', request, observe }).catch(
    (error: unknown) => error,
  )
  return { sent, observed }
}

test('hands a response on, with whoever hears of what differs in it', async () => {
  const response = { status: 500, headers: new Headers(), text: 'Internal: oops' }
  const { sent, observed } = await send(async (operation) => ({ operation, request, response }))
  expect(sent).toMatchObject({ operation: 'whoami', request, response, observe: expect.any(Function) })
  expect(observed).toEqual([])
})

test.each<[NoResponseKind, string]>([
  ['timeout', 'sends no complete response within the time limit'],
  ['reset', 'closes the connection without a response'],
  ['broken-off', 'breaks the body off'],
])('records that no response comes (%s), and ends the check', async (kind, actual) => {
  const { sent, observed } = await send(async (operation) => {
    throw new NoResponse({ operation, request, kind })
  })
  expect(sent).toBeInstanceOf(Stopped)
  expect(observed).toEqual([
    {
      operation: 'whoami',
      shownBy: 'whoami',
      rule: 'valid-call',
      observation: 'connection',
      expected: 'a response',
      actual,
      pointers: [],
      request,
      exchange: undefined,
    },
  ])
})

test('throws on what is no finding about the server', async () => {
  const defect = new TypeError('undefined is not a function')
  const { sent, observed } = await send(() => Promise.reject(defect))
  expect(sent).toBe(defect)
  expect(observed).toEqual([])
})
