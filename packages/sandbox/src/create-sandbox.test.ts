import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createSandbox } from '../test/create-sandbox.ts'
import { exampleWorld, type LogEntry, type SandboxOptions } from './index.ts'

async function start(options?: SandboxOptions) {
  const sandbox = await createSandbox(options)
  onTestFinished(() => sandbox.close())
  return sandbox
}

const request = (line: string, { token, body }: { token?: string; body?: unknown } = {}) => {
  const [method = '', location = ''] = line.split(' ')
  return new Request(new URL(location, 'http://localhost:8000'), {
    method,
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

const ada = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'
const adminLogin = { body: { email: 'admin@windmill.dev', password: 'changeme' } }

describe('a sandbox', () => {
  test('begins with the super admin of a fresh instance', async () => {
    const sandbox = await start()
    const token = await (await sandbox.fetch(request('POST /api/auth/login', adminLogin))).text()
    const workspaces = ['starter', 'demo'].map(async (workspace) => {
      const response = await sandbox.fetch(request(`GET /api/w/${workspace}/users/whoami`, { token }))
      return (await response.json()) as unknown // what it is, is checked below
    })
    const admin = { email: 'admin@windmill.dev', username: 'admin', is_admin: true, is_super_admin: true }
    expect(await Promise.all(workspaces)).toMatchObject([admin, admin])
  })

  test('says where its API is, as a client takes it', async () => {
    const options = { publicUrl: 'https://users.example.com/', basePath: '/v1' }
    expect((await start(options)).url).toBe('https://users.example.com/v1')
    const { url, fetch } = await start({ seed: exampleWorld })
    const headers = { Authorization: `Bearer ${ada}` }
    expect(await (await fetch(new Request(`${url}/users/email`, { headers }))).text()).toBe('ada@example.com')
  })

  test('begins with another world where it is given one', async () => {
    const sandbox = await start({ seed: exampleWorld })
    const response = await sandbox.fetch(request('GET /api/users/email', { token: ada }))
    expect(await response.text()).toBe('ada@example.com')
  })

  test('shares nothing with another one', async () => {
    const [first, second] = [await start({ seed: exampleWorld }), await start({ seed: exampleWorld })]
    await first.fetch(request('POST /api/users/logout', { token: ada }))
    expect((await first.fetch(request('GET /api/users/email', { token: ada }))).status).toBe(401)
    expect((await second.fetch(request('GET /api/users/email', { token: ada }))).status).toBe(200)
  })

  test('may be closed while another one goes on', async () => {
    const [first, second] = [await start({ seed: exampleWorld }), await createSandbox()]
    await second.close()
    expect((await first.fetch(request('GET /api/users/email', { token: ada }))).status).toBe(200)
  })

  test('forgets on reset what was done, sessions included', async () => {
    const sandbox = await start({ seed: exampleWorld })
    const session = await (await sandbox.fetch(request('POST /api/auth/login', adminLogin))).text()
    await sandbox.fetch(request('POST /api/users/logout', { token: ada }))
    await sandbox.reset()
    expect((await sandbox.fetch(request('GET /api/users/email', { token: ada }))).status).toBe(200)
    expect((await sandbox.fetch(request('GET /api/users/email', { token: session }))).status).toBe(401)
  })

  test('serves below another base path, and nowhere else', async () => {
    const sandbox = await start({ basePath: '/v1', seed: exampleWorld })
    expect((await sandbox.fetch(request('GET /v1/users/email', { token: ada }))).status).toBe(200)
    expect((await sandbox.fetch(request('GET /api/users/email', { token: ada }))).status).toBe(404)
  })

  test('keeps its cookies to https where that is how people reach it', async () => {
    const sandbox = await start({ publicUrl: 'https://users.example.com' })
    const { headers } = await sandbox.fetch(request('POST /api/auth/login', adminLogin))
    expect(headers.get('Set-Cookie')).toMatch(/; Max-Age=259200; Path=\/; HttpOnly; Secure;/)
  })

  test('makes what its own randomness says', async () => {
    const sandbox = await start({ random: (length) => new Uint8Array(length) })
    const response = await sandbox.fetch(request('POST /api/auth/login', adminLogin))
    expect(await response.text()).toBe('A'.repeat(32))
  })

  test('logs each answer without anything secret', async () => {
    const entries: LogEntry[] = []
    const sandbox = await start({ log: (entry) => entries.push(entry), clock: () => new Date(0) })
    const secret = request('DELETE /api/users/tokens/delete/secret?token=secret', { token: 'secret' })
    const { headers } = await sandbox.fetch(secret)
    expect(entries).toEqual([
      {
        time: '1970-01-01T00:00:00.000Z',
        id: headers.get('X-Request-Id'),
        operation: 'deleteToken',
        role: 'user',
        method: 'DELETE',
        path: '/api/users/tokens/delete/{token_prefix}',
        status: 401,
        durationMs: expect.any(Number),
      },
    ])
  })

  test('logs what is no operation by its path', async () => {
    const entries: LogEntry[] = []
    const sandbox = await start({ log: (entry) => entries.push(entry) })
    await sandbox.fetch(request('GET /api/nothing?token=secret'))
    expect(entries).toMatchObject([{ method: 'GET', path: '/api/nothing', status: 404 }])
    expect(entries[0]).not.toHaveProperty('operation')
  })
})

test('a directory keeps what is written, and is not seeded again', async () => {
  const data = await mkdtemp(path.join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rm(data, { recursive: true }))
  const first = await createSandbox({ data, seed: exampleWorld })
  const created = await first.fetch(
    request('POST /api/users/tokens/create', { token: ada, body: { label: 'kept' } }),
  )
  const token = await created.text()
  await first.fetch(request('POST /api/users/logout', { token: ada }))
  await first.close()
  const second = await start({ data, seed: exampleWorld })
  expect((await second.fetch(request('GET /api/users/email', { token }))).status).toBe(200)
  expect((await second.fetch(request('GET /api/users/email', { token: ada }))).status).toBe(401)
})
