import { expect, jest, test } from '@jest/globals'
import { askClosedSandbox, askMock, askSandbox } from './story.mjs'

test('mocks and a sandbox answer', async () => {
  expect(await askMock()).toBe(404)
  expect(await askSandbox()).toBe(1)
})

test('a sandbox answers while a test holds the timers', async () => {
  jest.useFakeTimers()
  expect(await askClosedSandbox()).toBe(200)
  expect(jest.getTimerCount()).toBe(0)
  jest.useRealTimers()
})
