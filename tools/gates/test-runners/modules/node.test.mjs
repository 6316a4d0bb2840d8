import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askMock, askSandbox } from './story.mjs'

test('mocks and a sandbox answer', async () => {
  assert.equal(await askMock(), 404)
  assert.equal(await askSandbox(), 1)
})
