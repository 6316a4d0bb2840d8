import { once } from 'node:events'
import { request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startCommand } from './start-command.ts'

const headers = { 'Content-Type': 'application/json' }
const adminLogin = JSON.stringify({ email: 'admin@windmill.dev', password: 'changeme' })

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'finishes on %s what is in flight, and exits with 0',
  async (signal) => {
    const { url, stop } = await startCommand()
    const login = request(`${url}/auth/login`, { method: 'POST', headers })
    login.flushHeaders()
    await setTimeout(200)
    const stopped = stop(signal)
    await setTimeout(200)
    login.end(adminLogin)
    const [answer] = await once(login, 'response')
    expect([answer.statusCode, await stopped]).toEqual([200, 0])
  },
)

test('writes a line of JSON for each request, without a secret', async () => {
  const { url, written, stop } = await startCommand()
  const answer = await fetch(`${url}/auth/login`, { method: 'POST', headers, body: adminLogin })
  const token = await answer.text()
  await stop('SIGTERM')
  const [entry] = written.errors
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(entry).toMatchObject({ operation: 'login', role: 'anonymous', status: 200, path: '/api/auth/login' })
  expect(written.errors).not.toMatch(new RegExp(`changeme|${token}`))
})

test('answers on when nobody reads its log any more', async () => {
  const { url, closeErrors, stop } = await startCommand()
  closeErrors()
  const statuses: number[] = []
  for (const _time of [1, 2, 3]) statuses.push((await fetch(`${url}/users/email`)).status)
  expect(statuses).toEqual([401, 401, 401])
  expect(await stop('SIGTERM')).toBe(0)
})
