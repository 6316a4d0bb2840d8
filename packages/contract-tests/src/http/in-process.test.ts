import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { NoResponse } from './no-response.ts'
import { largestBody } from './read-text.ts'
import { createTransport, type Fetch } from './transport.ts'

const request = { method: 'GET', url: 'http://localhost/api/users/email', headers: {}, body: undefined }

function send(fetch: Fetch, timeout = 20_000) {
  return createTransport({ fetch, timeout }).send('getCurrentEmail', request)
}

/** A body that has another piece whenever it is asked for one. */
function endlessBody(piece: Uint8Array, onCancel = () => {}): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(piece), cancel: onCancel })
}

function brokenBody(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"email":')),
    pull: (controller) => controller.error(new Error('The database is gone.')),
  })
}

async function usedResponse(): Promise<Response> {
  const response = new Response('ada@example.com')
  await response.text()
  return response
}

const never: Fetch = () => new Promise(() => {})

describe('a server in process that', () => {
  test.each<[string, NoResponse['kind'], Fetch]>([
    ['throws', 'failed', () => Promise.reject(new Error('not implemented'))],
    ['throws no error', 'failed', () => Promise.reject('not implemented')],
    [
      'throws before it returns a promise',
      'failed',
      () => {
        throw new Error('not implemented')
      },
    ],
    ['returns an error response', 'failed', async () => Response.error()],
    ['returns a response that was read', 'broken-off', usedResponse],
    ['never answers', 'timeout', never],
    ['never ends its body', 'timeout', async () => new Response(new ReadableStream({}))],
    ['sends nothing without an end', 'timeout', async () => new Response(endlessBody(new Uint8Array(0)))],
    [
      'sends a body without an end',
      'too-large',
      async () => new Response(endlessBody(new Uint8Array(65_536))),
    ],
    ['breaks its body off', 'broken-off', async () => new Response(brokenBody())],
  ])('%s has sent no response', async (_what, kind, fetch) => {
    await expect(send(fetch, kind === 'timeout' ? 200 : 20_000)).rejects.toMatchObject({
      name: 'NoResponse',
      kind,
    })
  })

  test('returns something else than a response has sent none', async () => {
    const fetch = async () => Object.create(null)
    await expect(send(fetch)).rejects.toMatchObject({ name: 'NoResponse', kind: 'failed' })
  })

  test('sends the longest body that is read has responded', async () => {
    const fetch = async () => new Response(new Uint8Array(largestBody).fill(97))
    const { response } = await send(fetch)
    expect(response.text).toHaveLength(largestBody)
  })

  test('splits a character over two pieces has responded', async () => {
    const [first, ...others] = new TextEncoder().encode('é')
    const pieces = [Uint8Array.of(first ?? 0), Uint8Array.from(others)]
    const body = new ReadableStream({
      pull(controller) {
        const piece = pieces.shift()
        if (piece) controller.enqueue(piece)
        else controller.close()
      },
    })
    expect((await send(async () => new Response(body))).response.text).toBe('é')
  })
})

test.each([
  ['a token of several lines', { headers: { authorization: 'Bearer <html>\n<body>' } }],
  ['a token of other characters', { headers: { authorization: 'Bearer ✓' } }],
  ['a URL that is no HTTP', { url: 'data:text/plain,ok' }],
  ['a file', { url: 'file:///etc/hostname' }],
  ['a broken URL', { url: 'http://[' }],
])('what a server gave is told where no request can carry it: %s', async (_what, part) => {
  let count = 0
  const fetch = async () => {
    count += 1
    return new Response('ok')
  }
  const sent = createTransport({ fetch, timeout: 200 }).send('whoami', { ...request, ...part })
  await expect(sent).rejects.toMatchObject({ name: 'NoResponse', kind: 'unsendable', operation: 'whoami' })
  expect(count).toBe(0)
})

describe('a call that ended without a response', () => {
  test('stops the body', async () => {
    let isCancelled = false
    const body = endlessBody(new Uint8Array(65_536), () => {
      isCancelled = true
    })
    await expect(send(async () => new Response(body))).rejects.toMatchObject({ kind: 'too-large' })
    expect(isCancelled).toBe(true)
  })

  test('tells the server by its signal', async () => {
    let signal: AbortSignal | undefined
    const fetch: Fetch = (sent) => {
      signal = sent.signal
      return never(sent)
    }
    await expect(send(fetch, 10)).rejects.toMatchObject({ kind: 'timeout' })
    expect(signal?.aborted).toBe(true)
  })

  test('does not read a response that comes too late', async () => {
    let isCancelled = false
    const cancel = () => {
      isCancelled = true
    }
    const late = new ReadableStream({ cancel })
    let respond = (_response: Response) => {}
    const fetch: Fetch = () =>
      new Promise((resolve) => {
        respond = resolve
      })
    await expect(send(fetch, 10)).rejects.toMatchObject({ kind: 'timeout' })
    respond(new Response(late))
    await pause(0)
    expect(isCancelled).toBe(true)
  })
})
