import { createUserApi } from '@windmill-user-api/client'
import { createHandlers } from '@windmill-user-api/msw'
import { fixtures } from '@windmill-user-api/msw/fixtures'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

const baseUrl = 'http://localhost:8000/api'
const handlers = createHandlers({ baseUrl })
const server = setupServer(...handlers())
const api = createUserApi({ baseUrl, auth: { kind: 'none' } })

beforeAll(() => server.listen())
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

test('a member is found', async () => {
  const ada = await api.whois({ workspace: 'demo', username: 'ada' })
  expect(ada).toEqual(fixtures.whois[200])
})

test('a member may be an admin', async () => {
  server.use(handlers.whois(200, { body: { is_admin: true } }))
  expect(await api.whois({ workspace: 'demo', username: 'ada' })).toMatchObject({ is_admin: true })
})

test('nobody bears the name', async () => {
  server.use(handlers.whois(404, { params: { username: 'nobody' } }))
  const result = await api.whois.safe({ workspace: 'demo', username: 'nobody' })
  expect(result).toMatchObject({ ok: false, error: { status: 404, body: fixtures.whois[404] } })
})
