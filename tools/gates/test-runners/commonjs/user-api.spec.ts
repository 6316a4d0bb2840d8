import { createUserApi, openSession } from '@windmill-user-api/client'
import { createHandlers } from '@windmill-user-api/msw'
import { setupServer } from 'msw/node'

const baseUrl = 'https://users.example.com/api'
const handlers = createHandlers({ baseUrl })
const server = setupServer(...handlers())

beforeAll(() => server.listen({ onUnhandledRequest: 'bypass' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

test('a mock answers as the document says', async () => {
  const api = createUserApi({ baseUrl, auth: { kind: 'none' } })
  server.use(handlers.whois(404))
  const result = await api.whois.safe({ workspace: 'demo', username: 'ada' })
  expect(result).toMatchObject({ ok: false, error: { status: 404 } })
})

test('a sandbox keeps what is written', async () => {
  const { SANDBOX_URL = '' } = process.env
  const body = { email: 'grace@example.com', password: 'nanoseconds-matter' }
  const api = await openSession({ baseUrl: SANDBOX_URL }, ({ login }) => login({ body }))
  await api.createToken({ body: { label: 'jest' } })
  expect(await api.listTokens()).toContainEqual(expect.objectContaining({ label: 'jest' }))
})
