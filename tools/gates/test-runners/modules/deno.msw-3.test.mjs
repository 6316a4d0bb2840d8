import assert from 'node:assert/strict'
import { askSandbox } from './story.mjs'
import { askGlobalFetch, askOwnFetch } from './without-node.mjs'

Deno.test('mocks and a sandbox answer', async () => {
  assert.deepEqual(await askOwnFetch(), [404, 'ada@example.com'])
  assert.deepEqual(await askGlobalFetch(), [404, 'ada@example.com'])
  assert.equal(await askSandbox(), 1)
})
