import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { sandboxHandlers } from '@windmill-user-api/sandbox/msw'
import { setupServer } from 'msw/node'

const sandbox = await createSandbox({ seed: exampleWorld })
const server = setupServer(...sandboxHandlers(sandbox, { baseUrl: 'https://users.example.com/api' }))
server.listen()

const headers = { Authorization: 'Bearer Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX' }
const response = await fetch('https://users.example.com/api/users/email', { headers })
console.log(await response.text()) // ada@example.com

server.close()
await sandbox.close()
