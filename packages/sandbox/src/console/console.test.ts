import { describe, expect, onTestFinished, test } from 'vitest'
import { createSandbox } from '../../test/create-sandbox.ts'
import { ada, send, worldWithTokens } from '../../test/use-sandbox.ts'
import type { SandboxOptions } from '../index.ts'

const browser = { Accept: 'text/html,application/xhtml+xml' }

async function start(options: SandboxOptions = {}) {
  const sandbox = await createSandbox({ seed: worldWithTokens, console: true, ...options })
  onTestFinished(() => sandbox.close())
  const ask = (line: string, headers: Readonly<Record<string, string>> = {}) => {
    const [method = 'GET', path = '/'] = line.split(' ')
    return sandbox.fetch(new Request(`http://localhost:8000${path}`, { method, headers }))
  }
  const call = (line: string, options: Parameters<typeof send>[2] = {}) => send(sandbox.fetch, line, options)
  return { ask, call }
}

/** The text of a page, without its tags. */
const textOf = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('the page', () => {
  test('shows accounts, workspaces with their members, and the prefixes of tokens', async () => {
    const { ask } = await start()
    const text = textOf(await (await ask('GET /sandbox')).text())
    expect(text).toContain('ada@example.com Ada Lovelace user password')
    expect(text).toContain('demo Demo admin@windmill.dev ada, admin (admin), grace (admin)')
    expect(text).toContain(`${ada.slice(0, 10)}… ada@example.com`)
  })

  test('holds no token, password or hash', async () => {
    const { ask, call } = await start()
    const body = { email: 'ada@example.com', password: 'analytical-engine' }
    const { body: session } = await call('POST /auth/login', { body })
    const page = await (await ask('GET /sandbox')).text()
    for (const secret of [ada, session, body.password, 'argon2id']) expect(page).not.toContain(secret)
  })

  test('shows the latest requests, with role, status and the reason of a failure', async () => {
    const { ask, call } = await start()
    await call('GET /users/email')
    await call('POST /w/demo/workspaces/delete', { as: ada })
    await call('GET /users/list_as_super_admin?per_page=1', { as: ada })
    const text = textOf(await (await ask('GET /sandbox')).text())
    expect(text).toMatch(/GET \/api\/users\/email getCurrentEmail user 401 Unauthorized/)
    expect(text).toMatch(/listUsersAsSuperAdmin super-admin 403 Forbidden: this needs a super admin/)
  })

  test('keeps the last 100', async () => {
    const { ask, call } = await start()
    for (let number = 0; number < 101; number += 1) await call(`GET /nothing-${number}`)
    const page = await (await ask('GET /sandbox')).text()
    expect(page).toContain('/api/nothing-100')
    expect(page).toContain('/api/nothing-1<')
    expect(page).not.toContain('/api/nothing-0<')
  })

  test('shows text that somebody chose as text', async () => {
    const accounts = [
      ...worldWithTokens.accounts,
      { email: 'eve@example.com', password: 'x', name: '<script>' },
    ]
    const { ask, call } = await start({ seed: { ...worldWithTokens, accounts } })
    await call('GET /<script>alert(1)</script>')
    const page = await (await ask('GET /sandbox')).text()
    expect(page).toContain('&lt;script&gt;')
    expect(page).not.toContain('<script')
  })

  test('needs nothing but itself, and no script', async () => {
    const { ask } = await start()
    const { headers } = await ask('GET /sandbox')
    expect(headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+='; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
    )
  })
})

describe('reset', () => {
  test('begins again, for a program', async () => {
    const { ask, call } = await start()
    await call('POST /users/logout', { as: ada })
    const response = await ask('POST /sandbox/reset')
    expect([response.status, await response.text()]).toEqual([204, ''])
    expect(await call('GET /users/email', { as: ada })).toMatchObject({ status: 200 })
  })

  test('leads a browser back to the page', async () => {
    const { ask } = await start()
    const response = await ask('POST /sandbox/reset', { ...browser, 'Sec-Fetch-Site': 'same-origin' })
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/sandbox'])
  })
})

test.each([
  ['POST /sandbox/reset', { 'Sec-Fetch-Site': 'cross-site' }],
  ['POST /sandbox/reset', { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'navigate' }],
  ['POST /sandbox/reset', { Origin: 'https://evil.example.com' }],
  ['POST /sandbox/reset', { Origin: 'null' }],
  ['GET /sandbox', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }],
])('another site may not %s: %j', async (line, headers) => {
  const { ask, call } = await start()
  await call('POST /users/logout', { as: ada })
  expect((await ask(line, headers)).status).toBe(403)
  expect(await call('GET /users/email', { as: ada })).toMatchObject({ status: 401 })
})

test('a page of an allowed origin does not read it', async () => {
  const origin = 'http://localhost:5173'
  const { ask } = await start({ allowOrigins: [origin] })
  const { headers } = await ask('GET /sandbox', { Origin: origin })
  expect(headers.has('Access-Control-Allow-Origin')).toBe(false)
})

describe('where the API begins, or nearly at the page, a browser', () => {
  test.each(['/', '/api', '/api/', '/sandbox/'])('is led to the page: %s', async (path) => {
    const { ask } = await start()
    const response = await ask(`GET ${path}`, browser)
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/sandbox'])
  })

  test('learns how to have the page, where there is none', async () => {
    const { ask } = await start({ console: false })
    const response = await ask('GET /api', browser)
    expect([response.status, textOf(await response.text())]).toEqual([
      404,
      expect.stringContaining('start the sandbox with --console'),
    ])
    expect((await ask('GET /sandbox', browser)).status).toBe(404)
    expect((await ask('POST /sandbox/reset')).status).toBe(404)
  })
})

test('another program is told that nothing is where the API begins', async () => {
  const { ask } = await start()
  const response = await ask('GET /api')
  expect([response.status, await response.text()]).toEqual([404, 'Not found: there is no path /api'])
})
