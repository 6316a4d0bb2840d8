import { expect, onTestFinished, test } from 'vitest'
import { openMemory } from '../src/database/memory.ts'
import { startSandbox } from '../src/sandbox.ts'
import { start as begin, send, worldWithTokens } from './use-sandbox.ts'

test('failed logins are forgotten when they count no more, whoever tries next', async () => {
  const storage = await openMemory()
  let now = begin
  const sandbox = await startSandbox(async () => storage, { seed: worldWithTokens, clock: () => now })
  onTestFinished(() => sandbox.close())
  const fail = (email: string) =>
    send(sandbox.fetch, 'POST /auth/login', { body: { email, password: 'guess' } })
  const count = async () => (await storage.database.selectFrom('login_failure').selectAll().execute()).length
  for (let index = 0; index < 5; index += 1) await fail(`nobody-${index}@example.com`)
  expect(await count()).toBe(5)
  now = new Date(begin.getTime() + 15 * 60_000)
  await fail('somebody-else@example.com')
  expect(await count()).toBe(1)
})
