import { openSession } from '@windmill-user-api/client'
import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'

const sandbox = await createSandbox({ seed: exampleWorld })
const api = await openSession(
  {
    baseUrl: 'http://localhost:8000/api',
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
  },
  ({ login }) => login({ body: { email: 'ada@example.com', password: 'analytical-engine' } }),
)

console.log(await api.getCurrentEmail()) // ada@example.com

await sandbox.close()
