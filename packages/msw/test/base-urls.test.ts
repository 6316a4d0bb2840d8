import { createUserApi } from '@windmill-user-api/client'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createHandlers } from '../src/index.ts'

const server = setupServer()

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

const ada = { workspace: 'demo', username: 'ada' }

/** Whether mocks at one base URL answer a client of another: a call with a body, one with path values, one with a query. */
async function answers(mocks: string | URL, client: string | URL): Promise<boolean> {
  const handlers = createHandlers({ baseUrl: mocks })
  server.resetHandlers(handlers.whois(404, { params: { username: 'nobody' } }), ...handlers())
  const api = createUserApi({ baseUrl: client, auth: { kind: 'none' }, retry: false })
  const results = [
    await api.whois.safe(ada),
    await api.login.safe({ body: { email: 'ada@example.com', password: 'x' } }),
    await api.listUsersAsSuperAdmin.safe({ page: 1 }),
  ]
  const nobody = await api.whois.safe({ ...ada, username: 'nobody' })
  return results.every(({ ok }) => ok) && !nobody.ok && nobody.error.status === 404
}

describe('mocks answer every call of a client with the same base URL', () => {
  test.each([
    'http://localhost:8000/api',
    'http://localhost:8000/api/',
    'http://localhost:8000/api//',
    'http://localhost',
    'http://localhost:80/api',
    'HTTP://LocalHost/API',
    'http://localhost/v1/../api/./',
    'http://localhost/my api/ä/%7Eada/%2F',
    'http://localhost/a(b)/{c}/:d/e*f+g',
    'http://localhost/100%/%zz/%C3',
    'http://localhost/%',
    'http://[::1]:8000/api',
    'http://[0:0:0:0:0:0:0:1]/api',
    'http://127.1:8000/api',
    'https://bücher.example/api',
    'https://localhost:443/api',
  ])('%s', async (baseUrl) => {
    expect(await answers(baseUrl, baseUrl)).toBe(true)
  })

  test.each([
    ['http://localhost:80/api/', 'http://LOCALHOST/api'],
    ['https://xn--bcher-kva.example/api', 'https://bücher.example:443/x/../api/'],
    ['http://[0:0:0:0:0:0:0:1]/api', 'http://[::1]/api'],
  ])('%s and %s, which are the same', async (mocks, client) => {
    expect(await answers(mocks, client)).toBe(true)
  })

  test('as URL', async () => {
    expect(await answers(new URL('http://localhost/api/'), new URL('http://localhost/api'))).toBe(true)
  })

  test('relative to the page', async () => {
    vi.stubGlobal('location', new URL('http://localhost:5173/members/?tab=1'))
    for (const baseUrl of ['/api', '/api/', '../api', './'])
      expect(await answers(baseUrl, baseUrl)).toBe(true)
    vi.unstubAllGlobals()
  })
})

test.each([
  ['http://localhost:8000/api', 'http://localhost:8001/api'],
  ['http://localhost:8000/api', 'http://localhost:8000/api2'],
  ['http://localhost:8000/a.i', 'http://localhost:8000/api'],
  ['http://localhost/API', 'http://localhost/api'],
])('mocks at %s leave calls to %s alone', async (mocks, client) => {
  expect(await answers(mocks, client)).toBe(false)
})

test('mocks leave calls alone whose path is not percent-encoding', async () => {
  const [handler] = createHandlers({ baseUrl: 'http://localhost/api' })()
  const request = new Request('http://localhost/100%/users/login', { method: 'POST' })
  expect(await handler?.run({ request, requestId: '1' })).toBeNull()
})

test.each(['http://ada:secret@localhost/api', 'ftp://localhost', 'api'])('%s is refused', (baseUrl) => {
  expect(() => createHandlers({ baseUrl })).toThrow(/expects the base URL of the client/)
  expect(() => createHandlers({ baseUrl })).not.toThrow(/secret/)
})
