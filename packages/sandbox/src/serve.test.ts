import { once } from 'node:events'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createSandbox } from '../test/create-sandbox.ts'
import { exampleWorld } from './index.ts'
import { type Server, serve } from './serve.ts'

const ada = { Authorization: 'Bearer Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX' }

async function start() {
  const sandbox = await createSandbox({ seed: exampleWorld })
  const server = await serve(sandbox)
  onTestFinished(async () => {
    await server.close()
    await sandbox.close()
  })
  return server
}

test('serves a sandbox on a free port', async () => {
  const { url } = await start()
  const response = await fetch(`${url}/api/users/email`, { headers: ada })
  expect([response.status, await response.text()]).toEqual([200, 'ada@example.com'])
})

test('sends what is percent-encoded as it is', async () => {
  const { url } = await start()
  const statuses = ['%67race', '%2567race', '%00', '%ZZ'].map(async (username) => {
    const { status } = await fetch(`${url}/api/w/demo/users/whois/${username}`, { headers: ada })
    return status
  })
  expect(await Promise.all(statuses)).toEqual([200, 404, 404, 400])
})

test('refuses a body that is too large while it still comes', async () => {
  const { url } = await start()
  const headers = { ...ada, 'Content-Type': 'application/json' }
  const body = 'x'.repeat(2_000_000)
  const response = await fetch(`${url}/api/users/tokens/create`, { method: 'POST', headers, body })
  expect(response.status).toBe(413)
})

test('rejects where the port is taken', async () => {
  const { url } = await start()
  const port = Number(new URL(url).port)
  await expect(serve({ fetch: async () => new Response() }, { port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
})

describe('refuses what it cannot use, and opens nothing', () => {
  const nothing = { fetch: async () => new Response() }
  /** As plain JavaScript calls it. */
  const serveAny = serve as (...given: readonly unknown[]) => Promise<Server>

  test.each([
    [
      { prot: 1 },
      'serve has no option prot. Expected one of port, host, allowHosts, headersTimeout, requestTimeout.',
    ],
    [
      { port: 'abc' },
      'serve: the option port must be a whole number from 0 to 65535, such as 8000. It is "abc".',
    ],
    [{ port: -1 }, 'It is -1.'],
    [{ port: 1.5 }, 'It is 1.5.'],
    [{ port: Number.NaN }, 'It is NaN.'],
    [{ port: null }, 'It is null.'],
    [{ host: 7 }, "the option host must be a text, such as 'localhost'. It is 7."],
    [{ allowHosts: 'sandbox' }, 'must be a list of texts, such as [\'users.example.com\']. It is "sandbox".'],
    [{ headersTimeout: '5s' }, 'must be a number of milliseconds from 0, such as 10000. It is "5s".'],
    [8000, 'serve expects an object of options, such as { port: … }. It got 8000.'],
    [null, 'It got null.'],
  ])('%j', async (options, message) => {
    const server = serveAny(nothing, options)
    await expect(server).rejects.toThrow(message)
    await expect(server).rejects.toThrow(TypeError)
  })

  test('instead of a sandbox', async () => {
    await expect(serveAny({ port: 8000 })).rejects.toThrow('serve expects a sandbox, such as serve(await')
    await expect(serveAny(undefined)).rejects.toThrow('serve expects a sandbox')
  })
})

test('takes the port as the environment has it', async () => {
  const port = '0' as unknown as number
  const server = await serve({ fetch: async () => new Response('here') }, { port })
  onTestFinished(() => server.close())
  expect(await (await fetch(server.url)).text()).toBe('here')
})

/** What a server says, by the time that it hangs up, to somebody who sends no more than this. */
async function sendSlowly(text: string): Promise<string> {
  const server = await serve(
    { fetch: async (request) => new Response(await request.text()) },
    { headersTimeout: 100, requestTimeout: 200 },
  )
  const socket = connect(Number(new URL(server.url).port), 'localhost')
  socket.write(text)
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  await once(socket, 'close')
  await server.close()
  return answer
}

test.each([
  ['headers', 'GET / HTTP/1.1\r\nHost: local'],
  ['a body', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc'],
])('hangs up on who sends %s too slowly', async (_what, text) => {
  expect(await sendSlowly(text)).toMatch(/^HTTP\/1.1 408 /)
})

describe('closing', () => {
  /** A client that sends this much, and then nothing. */
  async function connectAndSend(url: string, text: string) {
    const socket = connect(Number(new URL(url).port), 'localhost')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('error', () => undefined)
    const ended = once(socket, 'close').then(() => answer)
    await once(socket, 'connect')
    socket.write(text)
    await setTimeout(50) // for the server to have it
    return ended
  }

  test.each([
    ['nothing, as of a browser that connects ahead', ''],
    ['half of its headers', 'GET / HTTP/1.1\r\nHost: local'],
    ['half of its body', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc'],
  ])('does not wait for a client that has sent %s', async (_what, text) => {
    const fetch = async (request: Request) => new Response(await request.text())
    const server = await serve({ fetch }, { requestTimeout: 200 })
    const answer = connectAndSend(server.url, text)
    await setTimeout(100)
    await server.close()
    expect(await answer).not.toContain(' 200 ')
  })

  test('waits for an answer that takes longer than a request may', async () => {
    const fetch = async () => {
      await setTimeout(400)
      return new Response('late')
    }
    const server = await serve({ fetch }, { requestTimeout: 100 })
    const answer = connectAndSend(server.url, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await setTimeout(100)
    await server.close()
    expect(await answer).toMatch(/ 200 OK[\s\S]*late/)
  })
})

const hasIpv6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === '::1'),
)

test.each(['127.0.0.1', 'localhost', ...(hasIpv6 ? ['[::1]'] : [])])(
  'localhost answers at %s',
  async (address) => {
    const { url } = await start()
    const { port } = new URL(url)
    const response = await fetch(`http://${address}:${port}/api/users/email`, { headers: ada })
    expect(response.status).toBe(200)
  },
)

test.each(['127.0.0.1', ...(hasIpv6 ? ['::1'] : [])])(
  'a port that is taken at %s alone is taken',
  async (host) => {
    const other = await serve({ fetch: async () => new Response() }, { host })
    onTestFinished(() => other.close())
    const port = Number(new URL(other.url).port)
    await expect(serve({ fetch: async () => new Response() }, { port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  },
)
