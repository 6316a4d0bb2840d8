import assert from 'node:assert/strict'
import { askMock, askSandbox } from './story.mjs'

Deno.test('mocks and a sandbox answer', async () => {
  assert.equal(await askMock(), 404)
  assert.equal(await askSandbox(), 1)
})
