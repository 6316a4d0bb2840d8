import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type ServeOptions, serve } from './serve.ts'

/** What a server says to these bytes by the time that it hangs up. */
async function send(text: string, options: ServeOptions & { readonly url?: string } = {}): Promise<string> {
  const { url, ...serveOptions } = options
  const fetch = async (request: Request) => new Response(`passed on: ${new URL(request.url).pathname}`)
  const server = await serve({ fetch, ...(url !== undefined && { url }) }, serveOptions)
  onTestFinished(() => server.close())
  const socket = connect(Number(new URL(server.url).port), 'localhost')
  socket.write(text, 'latin1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  await once(socket, 'close')
  return answer
}

const get = (headers: string) => `GET /health HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`
const evil = get('Host: evil.example:8000\r\n')

describe('the Host header', () => {
  test('that any page can lead here gets 403 before anything else is looked at', async () => {
    const answer = await send(evil)
    expect(answer).toMatch(/^HTTP\/1.1 403 Forbidden\r\n/)
    expect(answer).toContain('start the sandbox with --allow-host evil.example')
    expect(answer).toMatch(/\r\nx-content-type-options: nosniff\r\n/i)
  })

  test('that is allowed is passed on', async () => {
    expect(await send(get('Host: localhost:1\r\n'))).toContain('passed on: /health')
    expect(await send(evil, { allowHosts: ['evil.example'] })).toContain('passed on: /health')
    expect(await send(evil, { url: 'https://evil.example/api' })).toContain('passed on: /health')
  })

  test('counts less than a host in the first line', async () => {
    const target = (host: string) =>
      `GET http://${host}/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`
    expect(await send(target('evil.example'))).toMatch(/^HTTP\/1.1 403 /)
    expect(await send(target('localhost'))).toContain('passed on: /health')
  })

  test('is not needed in HTTP/1.0', async () => {
    expect(await send('GET /health HTTP/1.0\r\n\r\n')).toContain('passed on: /health')
    expect(await send('GET /health HTTP/1.0\r\nHost: evil.example\r\n\r\n')).toMatch(/^HTTP\/1.1 403 /)
  })

  test('to allow is a name without a port', async () => {
    const wrong = serve({ fetch: async () => new Response() }, { allowHosts: ['sandbox:8000'] })
    await expect(wrong).rejects.toThrow(
      'allowHosts: expected a host such as users.example.com, without a port',
    )
  })
})

describe('what never reaches the application is answered with a text', () => {
  test.each([
    ['no HTTP', 'nonsense\r\n\r\n', 400, 'Bad request: expected a request of HTTP/1.1: '],
    ['a broken header', get('Host: localhost\r\nBro ken: x\r\n'), 400, 'Bad request: expected a request'],
    ['no Host', get(''), 400, 'Bad request: the request has no host. Expected a header such as Host: '],
    ['an empty Host', get('Host:\r\n'), 400, 'Bad request: the request has no host.'],
    [
      'a broken path',
      'GET /a\\b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      400,
      'Bad request: the URL',
    ],
    [
      'large headers',
      get(`Host: localhost\r\nX: ${'x'.repeat(20_000)}\r\n`),
      431,
      'Request header fields too large: ',
    ],
    [
      'an expectation',
      get('Host: localhost\r\nExpect: tea\r\n'),
      417,
      'Expectation failed: expected no Expect header',
    ],
    [
      'CONNECT',
      'CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\n',
      405,
      'Method not allowed: CONNECT',
    ],
  ])('%s', async (_what, text, status, message) => {
    const answer = await send(text)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).toMatch(/content-type: text\/plain; charset=utf-8\r\n/i)
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    expect(body).toContain(message)
    expect(head).toMatch(new RegExp(`content-length: ${body.length}(\r\n|$)`, 'i'))
  })

  test('a request that takes too long', async () => {
    const answer = await send('GET / HTTP/1.1\r\nHost: local', { headersTimeout: 100, requestTimeout: 200 })
    expect(answer).toMatch(/^HTTP\/1.1 408 .*Request timeout: the request took too long to arrive$/s)
  })
})
