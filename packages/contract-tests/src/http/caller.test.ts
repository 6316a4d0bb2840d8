import { expect, test } from 'vitest'
import { Mismatch, SetupProblem } from '../errors.ts'
import { createCaller } from './caller.ts'

const request = {
  method: 'POST',
  url: 'http://localhost/x',
  headers: { 'content-type': 'application/json' },
  body: '{}',
}

test('sends a request as it is and reads the whole answer', async () => {
  const caller = createCaller({
    fetch: async (sent) => new Response(await sent.text(), { status: 201 }),
    timeout: 1000,
  })
  const { answer } = await caller.send('createToken', request)
  expect(answer).toMatchObject({ status: 201, text: '{}' })
})

test('gives a body no media type that nobody asked for', async () => {
  const caller = createCaller({
    fetch: async ({ headers }) => new Response(headers.get('content-type')),
    timeout: 1000,
  })
  const { answer } = await caller.send('createToken', { ...request, headers: {} })
  expect(answer.text).toBe('')
})

test('takes a redirect as an answer', async () => {
  const caller = createCaller({ fetch: async ({ redirect }) => new Response(redirect), timeout: 1000 })
  expect((await caller.send('createToken', request)).answer.text).toBe('manual')
})

test('says that no answer came in time', async () => {
  const caller = createCaller({ fetch: untilAborted, timeout: 20 })
  const sent = caller.send('createToken', request)
  await expect(sent).rejects.toThrow(Mismatch)
  await expect(sent).rejects.toMatchObject({ came: 'no answer within 20 ms' })
})

test('says why no answer came', async () => {
  const fetch = () =>
    Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }))
  const sent = createCaller({ fetch, timeout: 1000 }).send('createToken', request)
  await expect(sent).rejects.toMatchObject({ came: 'no answer: connect ECONNREFUSED' })
})

test('sends nothing more once the run is stopped, and waits for what is in flight', async () => {
  const stop = new AbortController()
  const answers: (() => void)[] = []
  const fetch = () => new Promise<Response>((resolve) => answers.push(() => resolve(new Response('done'))))
  const caller = createCaller({ fetch, timeout: 5000, signal: stop.signal })
  const inFlight = caller.send('createToken', request)
  stop.abort()
  await expect(caller.send('createToken', request)).rejects.toThrow(SetupProblem)
  for (const answer of answers) answer()
  await expect(inFlight).resolves.toMatchObject({ answer: { text: 'done' } })
  expect(answers).toHaveLength(1)
})

function untilAborted({ signal }: Request): Promise<Response> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}
