import { expect, test } from 'vitest'
import { createInstance } from '../../test/instance.ts'
import { SetupProblem } from '../errors.ts'
import { openSession } from './session.ts'

const admin = { email: 'admin@windmill.dev', password: 'changeme' }
const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

/** A server that lets everybody in, and writes down what it is asked. */
function openServer() {
  const calls: string[] = []
  const fetch = async ({ method, url }: Request) => {
    const { pathname } = new URL(url)
    calls.push(`${method} ${pathname}`)
    return pathname.endsWith('/auth/login') ? new Response(token) : new Response('[]')
  }
  return { calls, fetch }
}

test('logs in, whether the base URL ends with a slash or not', async () => {
  const { calls, fetch } = openServer()
  const session = await openSession({ baseUrl: 'http://localhost:8000/api/', admin, fetch })
  expect(session.baseUrl).toBe('http://localhost:8000/api')
  expect(session.fixtures.admin).toEqual({ ...admin, token })
  expect(calls).toContain('POST /api/auth/login')
})

test('knows the secrets of the account that it was given', async () => {
  const { secrets } = await openSession({
    baseUrl: 'http://localhost:8000/api',
    admin,
    fetch: openServer().fetch,
  })
  expect(secrets.mask(`changeme ${token}`)).toBe('[secret] [secret]')
})

test('removes what was made, and logs out', async () => {
  const { calls, accounts, fetch } = createInstance()
  const session = await openSession({ baseUrl: 'http://localhost:8000/api', admin, fetch, run: 'nightly7' })
  await session.fixtures.makeAccount('user')
  expect(accounts.size).toBe(2)
  expect(await session.close()).toEqual([])
  expect(accounts.size).toBe(1)
  expect(calls.slice(-2)).toEqual(['POST /users/logout', 'GET /users/email'])
})

test.each([
  [{ baseUrl: 'localhost:8000' }, 'Expected the place of the API, such as "http://localhost:8000/api"'],
  [{ baseUrl: 'http://localhost:8000/api', run: 'Nightly run' }, 'such as "nightly7"'],
])('refuses %j before it calls anything', async (options, message) => {
  const { calls, fetch } = openServer()
  const session = openSession({ admin, fetch, ...options })
  await expect(session).rejects.toThrow(SetupProblem)
  await expect(session).rejects.toThrow(message)
  expect(calls).toEqual([])
})
