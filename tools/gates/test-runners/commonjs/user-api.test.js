const { createUserApi, openSession } = require('@windmill-user-api/client')
const { createHandlers } = require('@windmill-user-api/msw')
const { setupServer } = require('msw/node')

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
  const body = { email: 'grace@example.com', password: 'nanoseconds-matter' }
  const api = await openSession({ baseUrl: process.env.SANDBOX_URL }, ({ login }) => login({ body }))
  await api.createToken({ body: { label: 'jest' } })
  expect(await api.listTokens()).toContainEqual(expect.objectContaining({ label: 'jest' }))
})
