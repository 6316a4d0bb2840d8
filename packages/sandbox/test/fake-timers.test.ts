import { expect, onTestFinished, test, vi } from 'vitest'
import { exampleWorld } from '../src/index.ts'
import { serve } from '../src/node.ts'
import { createSandbox } from './create-sandbox.ts'
import { ada, send } from './use-sandbox.ts'

/** Everything but `queueMicrotask`, on which `fetch` of Node depends itself, and `nextTick`, which Vitest cannot replace. */
function fakeTimers(): void {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
}

test('a sandbox starts, answers, begins again and closes while a test holds the timers', async () => {
  fakeTimers()
  const sandbox = await createSandbox({ seed: exampleWorld })
  const body = { email: 'ada@example.com', password: 'analytical-engine' }
  const calls = [
    send(sandbox.fetch, 'POST /auth/login', { body }),
    send(sandbox.fetch, 'GET /users/email', { as: ada }),
    send(sandbox.fetch, 'GET /w/demo/users/list', { as: ada }),
  ]
  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([200, 200, 200])
  await sandbox.reset()
  await sandbox.close()
  expect(vi.getTimerCount()).toBe(0)
})

test('a server closes while a test holds the timers', async () => {
  fakeTimers()
  const { url, close } = await serve({ fetch: async () => new Response('served') })
  expect(await (await fetch(url)).text()).toBe('served')
  await close()
})

test('time passes for tokens as the test lets it pass', async () => {
  fakeTimers()
  vi.setSystemTime('2026-11-10T12:00:00Z')
  const tokens = [{ token: ada, email: 'ada@example.com', expiration: '2026-11-10T13:00:00Z' }]
  const sandbox = await createSandbox({ seed: { ...exampleWorld, tokens } })
  onTestFinished(() => sandbox.close())
  const status = async () => (await send(sandbox.fetch, 'GET /users/email', { as: ada })).status
  expect(await status()).toBe(200)
  vi.setSystemTime('2026-11-10T14:00:00Z')
  expect(await status()).toBe(401)
})
