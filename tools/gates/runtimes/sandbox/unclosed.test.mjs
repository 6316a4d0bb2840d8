import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'

// Nobody closes it: that must not keep the process from ending.
test('a sandbox answers', async () => {
  const sandbox = await createSandbox({ seed: exampleWorld })
  const headers = { Authorization: 'Bearer Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX' }
  const response = await sandbox.fetch(new Request(`${sandbox.url}/users/email`, { headers }))
  assert.equal(await response.text(), 'ada@example.com')
})
