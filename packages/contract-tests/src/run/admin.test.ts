import { describe, expect, test } from 'vitest'
import { SetupProblem } from '../errors.ts'
import { createApi } from '../fixtures/api.ts'
import { createTransport } from '../http/transport.ts'
import { logInAsAdmin } from './admin.ts'

const baseUrl = 'http://localhost:8000/api'
const account = { email: 'ada@example.com', password: 'analytical-engine' }
const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

/** Logs in at a server that responds to logins and to the list of accounts like this. */
function logInAt(login: () => Response, list: () => Response = () => Response.json([])) {
  const fetch = async (request: Request) => (request.url.endsWith('/auth/login') ? login() : list())
  const transport = createTransport({ fetch, timeout: 1000 })
  return logInAsAdmin(createApi({ transport, baseUrl }), account, baseUrl)
}

describe('logInAsAdmin', () => {
  test('gives the account with its token', async () => {
    await expect(logInAt(() => new Response(token))).resolves.toEqual({ ...account, token })
  })

  test.each([
    [
      'refused credentials',
      () => new Response('Bad request: Invalid login', { status: 400 }),
      'refuses the credentials',
    ],
    [
      'too many attempts',
      () => new Response('', { status: 429, headers: { 'retry-after': '60' } }),
      'Retry-After 60',
    ],
    ['another server', () => new Response('', { status: 404 }), 'POST /auth/login returns 404'],
    ['a page for every path', () => new Response('<html> </html>'), 'There is a web page, and no API'],
    ['a server that fails', () => new Response('', { status: 500 }), 'POST /auth/login returns 500'],
    [
      'a body that is not a token',
      () => new Response('{"token": "x"}'),
      'returns 200 with a body that is not a token',
    ],
    [
      'a server that is not there',
      () => {
        throw new TypeError('fetch failed')
      },
      'The server at http://localhost:8000/api fails without a response. Expected a running server',
    ],
  ])('says what to do about %s', async (_what, login, message) => {
    const attempt = logInAt(login)
    await expect(attempt).rejects.toThrow(SetupProblem)
    await expect(attempt).rejects.toThrow(message)
  })

  test('says that an ordinary account is not enough', async () => {
    const attempt = logInAt(
      () => new Response(token),
      () => new Response('Forbidden: no super admin', { status: 403 }),
    )
    await expect(attempt).rejects.toThrow('ada@example.com is not a super admin')
  })

  test('leaves it to the checks that the list of accounts does not respond', async () => {
    const attempt = logInAt(
      () => new Response(token),
      () => {
        throw new TypeError('fetch failed')
      },
    )
    await expect(attempt).resolves.toEqual({ ...account, token })
  })

  test('never says the password, even if the server repeats it', async () => {
    const text = 'Bad request: ada@example.com cannot log in with analytical-engine'
    const attempt = logInAt(() => new Response(text, { status: 400 }))
    await expect(attempt).rejects.toThrow('cannot log in with [secret]')
  })

  test('escapes and shortens what the server says', async () => {
    const text = `Bad request: \u001b[31m\n::error::${'long '.repeat(1_000)}`
    const message = String(await logInAt(() => new Response(text, { status: 400 })).catch(String))
    expect(message).toContain('Bad request: \\u001b[31m\\n')
    expect(message).toMatch(/more characters\)/)
    expect(message.length).toBeLessThan(700)
  })
})
