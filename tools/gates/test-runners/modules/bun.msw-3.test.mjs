import { expect, test } from 'bun:test'
import { askSandbox } from './story.mjs'
import { askGlobalFetch, askOwnFetch } from './without-node.mjs'

test('mocks and a sandbox answer', async () => {
  expect(await askOwnFetch()).toEqual([404, 'ada@example.com'])
  expect(await askGlobalFetch()).toEqual([404, 'ada@example.com'])
  expect(await askSandbox()).toBe(1)
})
