import { createUserApi } from '@windmill-user-api/client'
import { createHandlers } from '@windmill-user-api/msw'
import { setupServer } from 'msw/node'

// Nobody listens there: only a mock can answer.
const baseUrl = 'http://127.0.0.1:50001/api'
setupServer(...createHandlers({ baseUrl })()).listen()
const api = createUserApi({ baseUrl, auth: { kind: 'none' }, retry: false })
const { ok } = await api.whois.safe({ workspace: 'demo', username: 'ada' })
console.log(ok ? 'intercepted' : 'not intercepted')
process.exit()
