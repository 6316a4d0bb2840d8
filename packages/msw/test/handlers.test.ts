import { createUserApi } from '@windmill-user-api/client'
import { HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { fixtures } from '../src/fixtures.ts'
import { createHandlers } from '../src/index.ts'
import { failureOf } from './support/failure.ts'

const baseUrl = 'http://localhost:8000/api'
const handlers = createHandlers({ baseUrl })
const server = setupServer(...handlers())
const api = createUserApi({ baseUrl, auth: { kind: 'none' }, retry: false })
const ada = { workspace: 'demo', username: 'ada' }
const nobody = { workspace: 'demo', username: 'nobody' }
const credentials = { body: { email: 'ada@example.com', password: 'analytical-engine' } }

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

describe('what is asked of an answer', () => {
  test('members replace those of the example', async () => {
    server.use(handlers.whois(200, { body: { is_admin: true } }))
    expect(await api.whois(ada)).toEqual({ ...fixtures.whois[200], is_admin: true })
  })

  test('a list replaces that of the example', async () => {
    server.use(handlers.listUsernames(200, { body: [] }))
    expect(await api.listUsernames({ workspace: 'demo' })).toEqual([])
  })

  test('a text replaces that of the example', async () => {
    server.use(handlers.whois(404, { body: 'Not found: nobody here' }))
    expect(await failureOf(api.whois.safe(ada))).toMatchObject({ body: 'Not found: nobody here' })
  })

  test('an example is taken by its name', async () => {
    server.use(handlers.whois(404, { example: 'NotFoundWorkspace' }))
    expect(await failureOf(api.whois.safe(ada))).toMatchObject({ body: expect.stringContaining('workspace') })
  })

  test('the headers of the document come along, and may be replaced or taken away', async () => {
    server.use(handlers.login(429))
    expect(await retryAfter()).toBe('540')
    server.use(handlers.login(429, { headers: { 'Retry-After': '1', 'X-Request-Id': '7' } }))
    expect(await retryAfter()).toBe('1')
    server.use(handlers.login(429, { headers: { 'Retry-After': undefined } }))
    expect(await retryAfter()).toBe(null)
  })

  test.each([
    ['Headers', new Headers({ 'retry-after': '1' })],
    ['pairs', [['Retry-After', '1'] as const]],
  ])('headers may be %s', async (_, headers) => {
    server.use(handlers.login(429, { headers }))
    expect(await retryAfter()).toBe('1')
  })

  test('a header may be there twice', async () => {
    const headers = [['Set-Cookie', 'a=1'] as const, ['Set-Cookie', 'b=2'] as const]
    server.use(handlers.login(200, { headers }))
    const result = await api.login.safe(credentials)
    expect(result.ok && result.response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  })

  test('members may be those of a class', async () => {
    class Admin {
      readonly is_admin = true
    }
    server.use(handlers.whois(200, { body: new Admin() }))
    expect(await api.whois(ada)).toEqual({ ...fixtures.whois[200], is_admin: true })
  })

  test('a login sets its cookie', async () => {
    const result = await api.login.safe(credentials)
    expect(result.ok && result.response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^token=.*HttpOnly/),
    ])
  })
})

async function retryAfter(): Promise<string | null | undefined> {
  const error = await failureOf(api.login.safe(credentials))
  return error.status === 429 ? error.response.headers.get('Retry-After') : undefined
}

describe('what is asked of a handler', () => {
  test('only calls with the path values get the answer, also where it is given once', async () => {
    server.use(handlers.whois(404, { params: { username: 'nobody' }, once: true }))

    expect((await api.whois.safe(ada)).ok).toBe(true)
    expect(await failureOf(api.whois.safe(nobody))).toMatchObject({ status: 404 })
    expect((await api.whois.safe(nobody)).ok).toBe(true)
  })

  test('a path value is compared as it was before it was encoded', async () => {
    server.use(handlers.globalUserUpdate(404, { params: { email: 'a+b/c@example.com' } }))
    const input = { email: 'a+b/c@example.com', body: {} }

    expect(await failureOf(api.globalUserUpdate.safe(input))).toMatchObject({ status: 404 })
    expect((await api.globalUserUpdate.safe({ ...input, email: 'ada@example.com' })).ok).toBe(true)
  })

  test('an answer may come late, or never', async () => {
    server.use(handlers.globalWhoami(200, { delay: 60 }))
    const began = Date.now()
    await api.globalWhoami()
    expect(Date.now() - began).toBeGreaterThanOrEqual(55)

    server.use(handlers.globalWhoami(200, { delay: 'infinite' }))
    expect(await failureOf(api.globalWhoami.safe({}, { timeout: 40 }))).toMatchObject({ kind: 'timeout' })
  })
})

describe('a resolver', () => {
  test('gets the path values and makes documented answers', async () => {
    server.use(
      handlers.whois.resolve(({ params, answer }) =>
        params.username === 'ada' ? answer(200, { body: { operator: true } }) : answer(404),
      ),
    )

    expect(await api.whois(ada)).toMatchObject({ operator: true })
    expect(await failureOf(api.whois.safe(nobody))).toMatchObject({ status: 404 })
  })

  test('reads the body', async () => {
    server.use(
      handlers.createUser.resolve(async ({ request, answer }) => {
        const { username } = await request.json()
        return answer(201, { body: `added ${username}` })
      }),
    )
    const body = { email: 'katherine@example.com', username: 'katherine', is_admin: false }
    expect(await api.createUser({ workspace: 'demo', body })).toBe('added katherine')
  })

  test('may answer what the document does not know', async () => {
    server.use(handlers.globalWhoami.resolve(() => HttpResponse.error(), { once: true }))
    expect(await failureOf(api.globalWhoami.safe())).toMatchObject({ kind: 'network' })

    server.use(handlers.globalWhoami.resolve(() => new HttpResponse('<html>', { status: 502 })))
    expect(await failureOf(api.globalWhoami.safe())).toMatchObject({ kind: 'undeclared-status', status: 502 })
  })

  test('may be one of several steps', async () => {
    server.use(
      handlers.globalWhoami.resolve(function* ({ answer }) {
        yield answer(401)
        return answer(200)
      }),
    )
    expect([(await api.globalWhoami.safe()).ok, (await api.globalWhoami.safe()).ok]).toEqual([false, true])
  })
})

describe('told at once', () => {
  test('a status that the document does not have', () => {
    // @ts-expect-error no such status
    expect(() => handlers.whois(418)).toThrow(
      'whois has no documented answer 418. Expected one of 200, 400, 401, 403, 404, such as handlers.whois(200).',
    )
  })

  test('an example that the document does not have', () => {
    // @ts-expect-error no such example
    expect(() => handlers.whois(404, { example: 'toString' })).toThrow(
      'the answer 404 of whois has no example "toString". Expected one of NotFoundMember, NotFoundWorkspace.',
    )
  })
})

test('a slash at the end of the base URL changes nothing', async () => {
  server.use(createHandlers({ baseUrl: `${baseUrl}/` }).globalWhoami(401))
  expect(await failureOf(api.globalWhoami.safe())).toMatchObject({ status: 401 })
})

describe('a base URL that is relative to the page', () => {
  const page = createHandlers({ baseUrl: '/api' })

  test.each([page.whois(404), page.whois(404, { params: { username: 'ada' } })])(
    'answers the calls to its origin alone',
    async (handler) => {
      vi.stubGlobal('location', new URL('http://localhost:5173/members'))
      const statusAt = async (origin: string) => {
        const request = new Request(`${origin}/api/w/demo/users/whois/ada`)
        return (await handler.run({ request, requestId: '1' }))?.response?.status
      }

      expect(await statusAt('http://localhost:5173')).toBe(404)
      expect(await statusAt('http://localhost:8000')).toBeUndefined()
      vi.unstubAllGlobals()
    },
  )
})
