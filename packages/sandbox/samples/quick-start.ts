import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'

const sandbox = await createSandbox({ seed: exampleWorld })

const response = await sandbox.fetch(
  new Request('http://localhost:8000/api/w/demo/users/whoami', {
    headers: { Authorization: 'Bearer Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX' },
  }),
)
console.log(response.status, await response.json()) // 200 { email: 'ada@example.com', username: 'ada', … }

await sandbox.reset() // as it began; reset(seed) with another seed
await sandbox.close()
