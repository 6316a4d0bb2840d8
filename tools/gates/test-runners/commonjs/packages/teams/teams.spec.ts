import { createUserApi } from '@windmill-user-api/client'
import { createHandlers } from '@windmill-user-api/msw'
import { setupServer } from 'msw/node'

const baseUrl = 'https://users.example.com/api'
const handlers = createHandlers({ baseUrl })
const server = setupServer(handlers.listUsernames(200, { body: ['ada'] }))

beforeAll(() => server.listen())
afterAll(() => server.close())

test('a mock answers', async () => {
  const api = createUserApi({ baseUrl, auth: { kind: 'none' } })
  expect(await api.listUsernames({ workspace: 'demo' })).toEqual(['ada'])
})
