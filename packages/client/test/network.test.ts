import { createServer, type RequestListener, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { inspect } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { createUserApi, type UserApi } from '../src/index.ts'
import { caught } from './support/caught.ts'
import { baseUrl } from './support/server.ts'

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** An API on a real port, called with the global `fetch`. */
async function apiOf(listener: RequestListener): Promise<UserApi> {
  const started = createServer(listener)
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  const address = started.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return createUserApi({
    baseUrl: `http://127.0.0.1:${port}/api`,
    auth: { kind: 'bearer', token: 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX' },
  })
}

test('a call goes over the wire as the document says', async () => {
  const api = await apiOf(async (request, response) => {
    const body = await text(request)
    const { method, url, headers } = request
    response.setHeader('Content-Type', 'text/plain')
    response.end([method, url, headers['content-type'], headers.authorization, body].join(' '))
  })

  expect(await api.setPassword({ body: { password: 'difference-engine' } })).toBe(
    'POST /api/users/setpassword application/json Bearer Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX {"password":"difference-engine"}',
  )
})

test('a header that the global fetch would refuse is refused before, because its error would quote it', async () => {
  let count = 0
  const api = await apiOf((_, response) => {
    count += 1
    response.end()
  })
  const error = await caught(api.logout({}, { headers: { 'X-Secret': 'analytical\nengine' } }))

  expect(error).toMatchObject({ kind: 'refused', argument: 'headers' })
  expect(error).not.toHaveProperty('cause')
  expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/analytical|engine/)
  expect(count).toBe(0)
})

test('a refused connection is a NetworkError', async () => {
  const api = await apiOf(() => {})
  await new Promise((resolve) => server?.close(resolve))

  expect(await caught(api.logout())).toMatchObject({ kind: 'network', cause: { message: 'fetch failed' } })
})

test('causes that go round in a circle end somewhere', async () => {
  const circular = new Error('fetch failed')
  circular.cause = circular
  const api = createUserApi({ baseUrl, auth: { kind: 'none' }, fetch: () => Promise.reject(circular) })

  expect(await caught(api.logout())).toMatchObject({
    kind: 'network',
    cause: { message: 'fetch failed', cause: { message: 'fetch failed' } },
  })
})

test('a connection that is reset before the answer is a NetworkError', async () => {
  const api = await apiOf(({ socket }) => socket.destroy())

  expect(await caught(api.logout())).toMatchObject({ kind: 'network' })
})

test('a connection that is reset in the middle of the body is a NetworkError', async () => {
  const api = await apiOf(({ socket }, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' })
    response.write('[', () => socket.destroy())
  })

  expect(await caught(api.listTokens())).toMatchObject({ kind: 'network' })
})

test('a body that is not what its encoding says is a NetworkError', async () => {
  const api = await apiOf((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' })
    response.end('[]')
  })

  expect(await caught(api.listTokens())).toMatchObject({ kind: 'network' })
})

test('a server that hangs is left when the signal fires', async () => {
  const api = await apiOf(() => {})

  expect(await caught(api.logout({}, { signal: AbortSignal.timeout(20) }))).toMatchObject({
    kind: 'aborted',
    cause: { name: 'TimeoutError' },
  })
})

test('a body that drips is left when the signal fires', async () => {
  const controller = new AbortController()
  const api = await apiOf((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/plain' })
    response.write('a', () => setTimeout(() => controller.abort(), 20))
  })

  expect(await caught(api.logout({}, { signal: controller.signal }))).toMatchObject({ kind: 'aborted' })
})

test('a redirect is an answer like any other, and not followed', async () => {
  const visited: (string | undefined)[] = []
  const api = await apiOf((request, response) => {
    visited.push(request.url)
    response.writeHead(307, { Location: '/elsewhere' }).end()
  })

  expect(await caught(api.login({ body: { email: 'ada@example.com', password: 'x' } }))).toMatchObject({
    kind: 'undeclared-status',
    status: 307,
  })
  expect(visited).toEqual(['/api/auth/login'])
})

test('a server that is unavailable once is called again', async () => {
  let count = 0
  const api = await apiOf((_, response) => {
    count += 1
    const status = count === 1 ? 503 : 200
    response.writeHead(status, { 'Content-Type': 'text/plain', 'Retry-After': '0' }).end('ada@example.com')
  })

  expect(await api.getCurrentEmail()).toBe('ada@example.com')
  expect(count).toBe(2)
})
