import assert from 'node:assert/strict'
import { it } from 'mocha'
import { askMock, askSandbox } from './story.mjs'

it('mocks and a sandbox answer', async () => {
  assert.equal(await askMock(), 404)
  assert.equal(await askSandbox(), 1)
})
