import assert from 'node:assert/strict'
import { askClosedSandbox, askMock, askSandbox } from './story.mjs'

Deno.test('mocks and a sandbox answer', async () => {
  assert.equal(await askMock(), 404)
  assert.equal(await askSandbox(), 1)
})

Deno.test({
  name: 'a sandbox that is closed leaves nothing behind',
  sanitizeOps: true,
  sanitizeResources: true,
  fn: async () => assert.equal(await askClosedSandbox(), 200),
})
