import { expect, test } from '@jest/globals'
import { askMock, askSandbox } from './story.mjs'

test('mocks and a sandbox answer', async () => {
  expect(await askMock()).toBe(404)
  expect(await askSandbox()).toBe(1)
})
