import { expect, test } from 'vitest'
import { SetupProblem } from '../errors.ts'
import { NoResponse } from './no-response.ts'
import { createTransport } from './transport.ts'

const request = {
  method: 'POST',
  url: 'http://localhost/x',
  headers: { 'content-type': 'application/json' },
  body: '{}',
}

test('sends a request as it is and reads the whole response', async () => {
  const transport = createTransport({
    fetch: async (sent) => new Response(await sent.text(), { status: 201 }),
    timeout: 1000,
  })
  const { response } = await transport.send('createToken', request)
  expect(response).toMatchObject({ status: 201, text: '{}' })
})

test('gives a body no media type that nobody asked for', async () => {
  const transport = createTransport({
    fetch: async ({ headers }) => new Response(headers.get('content-type')),
    timeout: 1000,
  })
  const { response } = await transport.send('createToken', { ...request, headers: {} })
  expect(response.text).toBe('')
})

test('takes a redirect as a response', async () => {
  const transport = createTransport({ fetch: async ({ redirect }) => new Response(redirect), timeout: 1000 })
  expect((await transport.send('createToken', request)).response.text).toBe('manual')
})

test('reports a response that did not arrive in time', async () => {
  const transport = createTransport({ fetch: untilAborted, timeout: 20 })
  const sent = transport.send('createToken', request)
  await expect(sent).rejects.toThrow(NoResponse)
  await expect(sent).rejects.toMatchObject({ kind: 'timeout', operation: 'createToken' })
})

test('reports why there was no response', async () => {
  const fetch = () => Promise.reject(new TypeError('fetch failed', { cause: systemError('ECONNREFUSED') }))
  const sent = createTransport({ fetch, timeout: 1000 }).send('createToken', request)
  await expect(sent).rejects.toMatchObject({ actual: 'refuses the connection' })
})

test('sends nothing more once the run is stopped, and waits for what is in flight', async () => {
  const stop = new AbortController()
  const responses: (() => void)[] = []
  const fetch = () => new Promise<Response>((resolve) => responses.push(() => resolve(new Response('done'))))
  const transport = createTransport({ fetch, timeout: 5000, signal: stop.signal })
  const inFlight = transport.send('createToken', request)
  stop.abort()
  await expect(transport.send('createToken', request)).rejects.toThrow(SetupProblem)
  for (const response of responses) response()
  await expect(inFlight).resolves.toMatchObject({ response: { text: 'done' } })
  expect(responses).toHaveLength(1)
})

function untilAborted({ signal }: Request): Promise<Response> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}

function systemError(code: string): Error {
  return Object.assign(new Error(`connect ${code}`), { code })
}
