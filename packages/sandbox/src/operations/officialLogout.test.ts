import { expect, test } from 'vitest'
import { ada, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test('revokes the token and clears the cookie, as logout does', async () => {
  const { status, body, headers } = await call('POST /auth/logout', { as: ada })
  expect([status, body]).toEqual([200, 'ada@example.com is logged out'])
  expect(headers.get('Set-Cookie')).toBe('token=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax')
  expect(await call('GET /users/email', { as: ada })).toMatchObject({ status: 401 })
})
