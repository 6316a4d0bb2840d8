import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'

const { DATABASE_URL: _others, ...environment } = process.env

/** The command, once it has said where it listens. */
async function start(...options: string[]) {
  const main = new URL('../src/main.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [main, '--port', '0', ...options], { env: environment })
  const written = { out: '', errors: '' }
  child.stderr.on('data', (chunk) => {
    written.errors += chunk
  })
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      written.out += chunk
      if (written.out.includes('Ctrl-C')) resolve()
    })
  })
  const [, url = ''] = /URL +(\S+)/.exec(written.out) ?? []
  const ended = once(child, 'close')
  return {
    url,
    written,
    stop: async (signal: NodeJS.Signals) => {
      child.kill(signal)
      const [status] = await ended
      return status
    },
  }
}

const headers = { 'Content-Type': 'application/json' }
const adminLogin = JSON.stringify({ email: 'admin@windmill.dev', password: 'changeme' })

test.each(['SIGINT', 'SIGTERM'] as const)(
  'finishes on %s what is in flight, and exits with 0',
  async (signal) => {
    const { url, stop } = await start()
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
  const { url, written, stop } = await start()
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
