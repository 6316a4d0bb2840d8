import { afterEach, expect, test } from 'vitest'
import { logIn, send } from '../send.ts'
import type { RunningServer } from '../zoo-server.ts'
import { createServer } from './create-server.ts'

let server: RunningServer | undefined

afterEach(() => server?.close())

test('logs in a super admin, who creates an account that can log in', async () => {
  server = await createServer()
  const token = await logIn(server, server.admin)
  const ada = { email: 'Ada@example.com', password: 'analytical-engine', super_admin: false }
  const made = await send(server, '/users/create', { token, body: ada })
  const own = await send(server, '/users/whoami', { token: await logIn(server, ada) })
  expect(made.status).toBe(201)
  expect(await own.json()).toMatchObject({ email: 'ada@example.com', verified: true, name: null })
})

test.each([
  ['an unknown path', '/users', 'GET', '', 404, 'Not found: there is no path /users'],
  ['another method', '/users/email', 'PUT', '', 405, 'Method not allowed: expected GET, HEAD, OPTIONS'],
  ['no credentials', '/users/email', 'GET', '', 401, 'Unauthorized'],
  [
    'an unknown workspace',
    '/w/nowhere/users/list',
    'GET',
    'admin',
    404,
    'Not found: there is no workspace nowhere',
  ],
  [
    'a body of another type',
    '/users/tokens/create',
    'POST',
    'admin',
    415,
    'Unsupported media type: expected application/json',
  ],
])('refuses %s', async (_what, path, method, caller, status, body) => {
  server = await createServer()
  const token = caller === 'admin' ? await logIn(server, server.admin) : undefined
  const response = await send(server, path, { method, ...(token !== undefined && { token }) })
  expect([response.status, await response.text()]).toEqual([status, body])
})

test('refuses a difference that it does not know', () => {
  expect(() => createServer({ differences: ['no-alow'] })).toThrow(
    /Unknown difference "no-alow". Expected one of .*no-allow/,
  )
})
