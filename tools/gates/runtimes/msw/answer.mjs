import { createUserApi } from '@windmill-user-api/client'
import { createHandlers } from '@windmill-user-api/msw'
import { examples, fixtures } from '@windmill-user-api/msw/fixtures'
import { setupServer } from 'msw/node'

// The same on every MSW and Node that the package names: what came of it goes to stdout.

const baseUrl = 'http://localhost:8000/api'
const handlers = createHandlers({ baseUrl })
const server = setupServer(...handlers())
const api = createUserApi({ baseUrl, auth: { kind: 'none' }, retry: false })
const ada = { workspace: 'demo', username: 'ada' }

server.listen()
const found = await api.whois(ada)
server.use(handlers.whois(200, { body: { is_admin: true }, once: true }))
const changed = await api.whois(ada)
server.use(handlers.whois(404, { example: 'NotFoundWorkspace' }))
const missing = await api.whois.safe(ada)
server.use(handlers.globalWhoami.resolve(({ answer }) => answer(401)))
const refused = await api.globalWhoami.safe()
server.close()

console.log(
  JSON.stringify({
    isFixture: JSON.stringify(found) === JSON.stringify(fixtures.whois[200]),
    isAdmin: changed.is_admin,
    isExample: missing.error.body === examples.whois[404].NotFoundWorkspace,
    refused: refused.error.status,
  }),
)
