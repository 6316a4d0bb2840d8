import { createUserApi, openSession } from '@windmill-user-api/client'
import { createHandlers } from '@windmill-user-api/msw'
import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { setupServer } from 'msw/node'

/** What a mock answers to the client, on every test runner. */
export async function askMock() {
  const baseUrl = 'https://users.example.com/api'
  const handlers = createHandlers({ baseUrl })
  const server = setupServer(...handlers())
  server.listen()
  server.use(handlers.whois(404))
  const api = createUserApi({ baseUrl, auth: { kind: 'none' } })
  const { error } = await api.whois.safe({ workspace: 'demo', username: 'ada' })
  server.close()
  return error.status
}

/** What a sandbox in this process keeps. It is not closed: that must not keep a test runner from ending. */
export async function askSandbox() {
  const sandbox = await createSandbox({ seed: exampleWorld })
  const fetch = (...call) => sandbox.fetch(new Request(...call))
  const body = { email: 'grace@example.com', password: 'nanoseconds-matter' }
  const api = await openSession({ baseUrl: sandbox.url, fetch }, ({ login }) => login({ body }))
  await api.createToken({ body: { label: 'story' } })
  const tokens = await api.listTokens()
  return tokens.filter(({ label }) => label === 'story').length
}

/** The status of a login to a sandbox that is closed afterwards. */
export async function askClosedSandbox() {
  const sandbox = await createSandbox({ seed: exampleWorld })
  const response = await sandbox.fetch(
    new Request(`${sandbox.url}/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'grace@example.com', password: 'nanoseconds-matter' }),
    }),
  )
  await response.text()
  await sandbox.close()
  return response.status
}
