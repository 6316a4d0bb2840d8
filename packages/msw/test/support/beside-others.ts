import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createUserApi } from '@windmill-user-api/client'
import type * as msw from 'msw'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createHandlers } from '../../src/index.ts'

const baseUrl = 'http://localhost:8000/api'
const handlers = createHandlers({ baseUrl })
const api = createUserApi({ baseUrl, auth: { kind: 'none' }, retry: false })
const ada = { workspace: 'demo', username: 'ada' }
const nobody = { workspace: 'demo', username: 'nobody' }

/** What every version of MSW has, by whatever name. */
interface MockServer {
  listen(): unknown
  close(): unknown
  use(...handlers: msw.HttpHandler[]): void
  resetHandlers(): void
  restoreHandlers(): void
  boundary<Result>(callback: () => Promise<Result>): () => Promise<Result>
  listHandlers(): readonly object[]
}

/** What the tests need of a version of MSW. */
export interface Version {
  setupServer(...handlers: msw.HttpHandler[]): MockServer
  readonly core: Pick<typeof msw, 'getResponse' | 'http' | 'HttpResponse' | 'passthrough'>
}

const whoisUrl = `${baseUrl}/w/:workspace/users/whois/:username`

/** The same of every version: how our handlers live with those that somebody else has written. */
export function describeBesideOthers(name: string, version: Version): void {
  const server = version.setupServer(...handlers())
  beforeAll(() => server.listen())
  afterEach(() => server.resetHandlers())
  afterAll(() => server.close())

  describeOthers(name, server, version.core)
  describeOverrides(name, server)
  describePages(name, version.core)
}

function describeOthers(name: string, server: MockServer, core: Version['core']): void {
  const { http, HttpResponse, passthrough } = core
  describe(`${name}, beside handlers of others`, () => {
    test('a handler for one operation leaves the others to ours', async () => {
      server.use(http.get(whoisUrl, () => HttpResponse.json({ username: 'theirs' })))

      expect(await api.whois(ada)).toEqual({ username: 'theirs' })
      expect(await api.listUsernames({ workspace: 'demo' })).toContain('ada')
    })

    test('a handler that only looks on leaves the response to ours', async () => {
      const seen: string[] = []
      server.use(http.all('*', ({ request }) => void seen.push(new URL(request.url).pathname)))

      expect(await api.whois(ada)).toMatchObject({ username: 'ada' })
      expect(seen).toEqual(['/api/w/demo/users/whois/ada'])
    })

    test('a resolver that returns nothing leaves the response to the next handler', async () => {
      server.use(
        handlers.whois.resolve(({ params, answer }) =>
          params.username === 'nobody' ? answer(404) : undefined,
        ),
      )

      expect((await api.whois.safe(nobody)).ok).toBe(false)
      expect((await api.whois.safe(ada)).ok).toBe(true)
    })

    test('a resolver may throw its response', async () => {
      server.use(
        handlers.whois.resolve(({ answer }) => {
          throw answer(403)
        }),
      )

      expect(await api.whois.safe(ada)).toMatchObject({ ok: false, error: { status: 403 } })
    })

    test('a resolver may return any response of MSW', async () => {
      server.use(handlers.whois.resolve(() => HttpResponse.text('Teapot', { status: 418 })))

      expect(await api.whois.safe(ada)).toMatchObject({ error: { kind: 'undeclared-status', status: 418 } })
    })

    test('a resolver may let a request through to a real server', async () => {
      const real = createServer((_request, response) =>
        response.setHeader('Content-Type', 'text/plain').end('real@example.com'),
      ).listen(0)
      // a server that listens on a port has an address of this form
      const { port } = real.address() as AddressInfo
      const realUrl = `http://localhost:${port}/api`
      const client = createUserApi({ baseUrl: realUrl, auth: { kind: 'none' } })
      server.use(createHandlers({ baseUrl: realUrl }).getCurrentEmail.resolve(() => passthrough()))

      const result = await client.getCurrentEmail.safe()
      real.close()

      expect(result.ok ? result.value : result.error.kind).toBe('real@example.com')
    })
  })
}

function describeOverrides(name: string, server: MockServer): void {
  describe(`${name}, overridden in a test`, () => {
    test('an override ends with the test that has set it', async () => {
      server.use(handlers.whois(404))
      expect((await api.whois.safe(ada)).ok).toBe(false)

      server.resetHandlers()
      expect((await api.whois.safe(ada)).ok).toBe(true)
    })

    test('an override for one call is there again after restoreHandlers', async () => {
      server.use(handlers.whois(404, { once: true }))
      const isOk = async () => (await api.whois.safe(ada)).ok
      const before = [await isOk(), await isOk()]
      server.restoreHandlers()

      expect([...before, await isOk()]).toEqual([false, true, false])
    })

    test('overrides of tests that run at once do not meet', async () => {
      const statusWith = (status: 403 | 404) =>
        server.boundary(async () => {
          server.use(handlers.whois(status))
          await api.listUsernames({ workspace: 'demo' })
          const result = await api.whois.safe(ada)
          return result.ok ? 200 : result.error.status
        })()

      expect(await Promise.all([statusWith(403), statusWith(404)])).toEqual([403, 404])
      expect((await api.whois.safe(ada)).ok).toBe(true)
    })

    test('a list of handlers names the method and the URL of each', () => {
      server.use(handlers.whois(404, { params: { username: 'nobody' } }))

      expect(server.listHandlers()[0]).toMatchObject({
        info: { header: `GET ${baseUrl}/w/{workspace}/users/whois/{username}` },
      })
    })
  })
}

function describePages(name: string, { getResponse }: Version['core']): void {
  describe(`${name}, without a server`, () => {
    test('handlers relative to a page answer where nothing but its origin is known', async () => {
      const page = createHandlers({ baseUrl: '/api' })
      const mocks = [page.whois(404, { params: { username: 'nobody' } }), ...page()]
      const statusOf = async (username: string, origin: string) => {
        const request = new Request(`${origin}/api/w/demo/users/whois/${username}`)
        return (await getResponse(mocks, request, { baseUrl: 'http://localhost:5173' }))?.status
      }

      expect(await statusOf('ada', 'http://localhost:5173')).toBe(200)
      expect(await statusOf('nobody', 'http://localhost:5173')).toBe(404)
      expect(await statusOf('nobody', 'http://localhost:8000')).toBeUndefined()
    })
  })
}
