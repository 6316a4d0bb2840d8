// Calls each operation of a sandbox once, as its super admin. Runs beside the client and the sandbox of two releases.
import { text } from 'node:stream/consumers'
import { createUserApi } from '@windmill-user-api/client'
import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { outcomeOf } from './outcome.mjs'

const calls = JSON.parse(await text(process.stdin))
const sandbox = await createSandbox({ seed: exampleWorld })
const fetch = (...call) => sandbox.fetch(new Request(...call))
const server = { baseUrl: 'http://localhost/api', retry: false, fetch }
const body = { email: 'admin@windmill.dev', password: 'changeme' }
const outcomes = {}
for (const { id, input } of calls) {
  await sandbox.reset()
  const login = await createUserApi({ ...server, auth: { kind: 'none' } }).login.safe({ body })
  const auth = login.ok ? { kind: 'bearer', token: login.value } : { kind: 'none' }
  const { value: _, ...outcome } = await outcomeOf(createUserApi({ ...server, auth }), id, input)
  outcomes[id] = outcome
}
await sandbox.close()
process.stdout.write(JSON.stringify(outcomes))
