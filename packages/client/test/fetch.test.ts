import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createSecureServer } from 'node:http2'
import { createServer as createTlsServer } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import nodeFetch from 'node-fetch'
import { Agent, ProxyAgent, fetch as undiciFetch } from 'undici'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createUserApi, type Fetch, renewing } from '../src/index.ts'
import { writeAsIs, written } from '../src/runtime/other-bodies.ts'
import { type Certificates, makeCertificates } from './support/certificates.ts'
import { type ForwardProxy, startForwardProxy } from './support/forward-proxy.ts'
import { listening } from './support/ports.ts'
import { runProgram } from './support/run-program.ts'

const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'
const closing: (() => unknown)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** An API on a real port that answers with the request line, the credentials and the body. */
async function startServer(): Promise<string> {
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const { method, url, headers } = request
    response.setHeader('Content-Type', 'text/plain')
    response.end([method, url, headers.authorization, body].join(' ').trim())
  })
  closing.push(
    () => server.close(),
    () => server.closeAllConnections(),
  )
  return `http://127.0.0.1:${await listening(server)}/api`
}

function apiThrough(fetch: Fetch, baseUrl: string) {
  return createUserApi({ baseUrl, auth: { kind: 'bearer', token }, retry: false, fetch })
}

describe('another implementation of fetch', () => {
  const implementations: Readonly<Record<string, Fetch>> = {
    undici: undiciFetch,
    'node-fetch': nodeFetch,
    'the global one': fetch,
  }

  test.each(Object.keys(implementations))('sends what the client asks: %s', async (name) => {
    const api = apiThrough(implementations[name] ?? fetch, await startServer())
    const result = await api.setPassword.safe({ body: { password: 'engine' } })

    if (!result.ok) throw result.error
    expect(result.value).toBe(`POST /api/users/setpassword Bearer ${token} {"password":"engine"}`)
    expect(result.response.headers.get('Content-Type')).toBe('text/plain')
  })

  test.each(Object.keys(implementations))('is cut off by a signal: %s', async (name) => {
    const api = apiThrough(implementations[name] ?? fetch, await startServer())
    const result = await api.logout.safe({}, { signal: AbortSignal.abort() })

    expect(result).toMatchObject({ ok: false, error: { kind: 'aborted' } })
  })

  test.each(Object.keys(implementations))('fails with a NetworkError: %s', async (name) => {
    const api = apiThrough(implementations[name] ?? fetch, 'http://127.0.0.1:9/api')

    expect(await api.logout.safe()).toMatchObject({ ok: false, error: { kind: 'network' } })
  })
})

describe('a forward proxy', () => {
  let proxy: ForwardProxy

  beforeEach(async () => {
    proxy = await startForwardProxy()
    closing.push(() => proxy.close())
  })

  test('is used with an agent of undici', async () => {
    const baseUrl = await startServer()
    const dispatcher = new ProxyAgent(proxy.url)
    closing.push(() => dispatcher.close())
    const api = apiThrough((url, init) => undiciFetch(url, { ...init, dispatcher }), baseUrl)

    expect(await api.getCurrentEmail()).toBe(`GET /api/users/email Bearer ${token}`)
    expect(proxy.asked).toHaveLength(1)
  })

  test('is used by the sample of the guide', async () => {
    const environment = { WINDMILL_URL: await startServer(), WINDMILL_TOKEN: token, PROXY_URL: proxy.url }
    const printed = await runProgram('../samples/through-a-proxy.ts', environment)

    expect(printed).toBe(`GET /api/users/email Bearer ${token}`)
    expect(proxy.asked).toHaveLength(1)
  })

  test('is used where the environment names it', async () => {
    const baseUrl = await startServer()
    const printed = await runProgram('programs/who-am-i.ts', {
      BASE_URL: baseUrl,
      NODE_USE_ENV_PROXY: '1',
      HTTP_PROXY: proxy.url,
    })

    expect(printed).toBe('GET /api/users/email Bearer Qm3vK9xTzL')
    expect(proxy.asked).toHaveLength(1)
  })

  test('is left out where the environment says so', async () => {
    const baseUrl = await startServer()
    const environment = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' }

    expect(await runProgram('programs/who-am-i.ts', { BASE_URL: baseUrl, ...environment })).toMatch(/^GET /)
    expect(proxy.asked).toEqual([])
  })
})

describe('a server with a certificate of a company', () => {
  let certificates: Certificates

  beforeAll(() => {
    certificates = makeCertificates()
  })

  async function startTls(): Promise<string> {
    const { certificate: cert, key } = certificates
    const server = createTlsServer({ cert, key }, (_, response) => {
      response.setHeader('Content-Type', 'text/plain').end('ada@example.com')
    })
    closing.push(
      () => server.close(),
      () => server.closeAllConnections(),
    )
    return `https://localhost:${await listening(server)}/api`
  }

  test('is trusted with NODE_EXTRA_CA_CERTS, and otherwise a NetworkError that says why', async () => {
    const baseUrl = await startTls()
    const folder = await mkdtemp(path.join(tmpdir(), 'windmill-root-'))
    closing.push(() => rm(folder, { recursive: true }))
    const root = path.join(folder, 'root.pem')
    await writeFile(root, certificates.root)

    const environment = { WINDMILL_URL: baseUrl, WINDMILL_TOKEN: token, ROOT_CERTIFICATE: root }
    const [trusted, untrusted, sample] = await Promise.all([
      runProgram('programs/who-am-i.ts', { BASE_URL: baseUrl, NODE_EXTRA_CA_CERTS: root }),
      runProgram('programs/who-am-i.ts', { BASE_URL: baseUrl }),
      runProgram('../samples/with-own-root.ts', environment),
    ])
    expect(sample).toBe('ada@example.com')
    expect(trusted).toBe('ada@example.com')
    expect(untrusted).toBe('network: UNABLE_TO_VERIFY_LEAF_SIGNATURE')
  })

  test('is trusted with an agent of undici that has the root, over HTTP/2', async () => {
    const { certificate: cert, key, root: ca } = certificates
    const server = createSecureServer({ cert, key }, (request, response) => {
      response.setHeader('Content-Type', 'text/plain')
      response.end(`HTTP/${request.httpVersion} ${request.headers.authorization}`)
    })
    const dispatcher = new Agent({ allowH2: true, connect: { ca } })
    closing.push(
      () => dispatcher.destroy(),
      () => server.close(),
    )
    const baseUrl = `https://localhost:${await listening(server)}/api`
    const api = apiThrough((url, init) => undiciFetch(url, { ...init, dispatcher }), baseUrl)

    expect(await api.getCurrentEmail()).toBe(`HTTP/2.0 Bearer ${token}`)
  })
})

describe('a body that is a stream', () => {
  const facts = {
    id: 'upload',
    method: 'PUT',
    path: '/upload',
    responses: { 200: 'text/plain' },
    parameters: [],
    writeBody: written('application/octet-stream', writeAsIs),
    idempotent: true,
  } as const
  const chunks = () => Readable.from(['analytical ', 'engine'].map((part) => Buffer.from(part)))

  test.each([
    ['a web stream', () => Readable.toWeb(chunks())],
    ['a stream of Node', chunks],
  ])('is sent without being told how: %s', async (_, body) => {
    const api = apiThrough(fetch, await startServer())

    expect(await api['~call'](facts, { body: body() })).toMatchObject({
      value: `PUT /api/upload Bearer ${token} analytical engine`,
    })
  })

  test('is sent once, because it cannot be read again', async () => {
    let count = 0
    const fetch: Fetch = (_, { duplex }) => {
      count += 1
      return new Response(duplex ?? null, { status: 503, headers: { 'Content-Type': 'text/plain' } })
    }
    const auth = renewing({ token, refresh: () => token })
    const api = createUserApi({ baseUrl: 'http://localhost/api', auth, retry: { baseDelay: 0 }, fetch })

    await expect(api['~call'](facts, { body: chunks() })).rejects.toMatchObject({ status: 503, text: 'half' })
    expect(count).toBe(1)
  })
})
