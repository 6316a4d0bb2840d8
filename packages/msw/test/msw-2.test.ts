import { createUserApi } from '@windmill-user-api/client'
import { setupServer } from 'msw-2/node'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { fixtures } from '../src/fixtures.ts'
import { createHandlers } from '../src/index.ts'
import { document, inputOf } from './support/document.ts'

vi.mock('msw', () => import('msw-2'))

const baseUrl = 'http://localhost:8000/api'
const handlers = createHandlers({ baseUrl })
const server = setupServer(...handlers())
const api = createUserApi({ baseUrl, auth: { kind: 'none' }, retry: false })

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

test.each(document.operations.map((operation) => [operation.id, operation] as const))(
  'MSW 2 answers %s as the document says',
  async (id, operation) => {
    const method: unknown = Object.entries(api).find(([name]) => name === id)?.[1]
    const result = typeof method === 'function' ? await method(inputOf(operation)) : undefined
    expect(Object.values(new Map<string, object>(Object.entries(fixtures)).get(id) ?? {})[0]).toEqual(result)
  },
)

test('MSW 2 gives an answer to the calls that it is meant for', async () => {
  server.use(handlers.whois(404, { params: { username: 'nobody' }, once: true }))
  const call = async (username: string) => (await api.whois.safe({ workspace: 'demo', username })).ok

  expect([await call('ada'), await call('nobody'), await call('nobody')]).toEqual([true, false, true])
})

test('MSW 2 hands a resolver the path values', async () => {
  server.use(
    handlers.whois.resolve(({ params, answer }) => answer(200, { body: { username: params.username } })),
  )
  expect(await api.whois({ workspace: 'demo', username: 'grace' })).toMatchObject({ username: 'grace' })
})

test.each(['http://localhost:8000/%', 'http://localhost:8000/100%/%zz'])(
  'MSW 2 answers a client with the base URL %j, which is not percent-encoding',
  async (url) => {
    server.use(createHandlers({ baseUrl: url }).getCurrentEmail(200, { body: 'grace@example.com' }))
    const client = createUserApi({ baseUrl: url, auth: { kind: 'none' }, retry: false })

    expect(await client.getCurrentEmail()).toBe('grace@example.com')
  },
)
