import { expect, test } from 'vitest'
import { ada, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test('ends the token at once and clears the cookie', async () => {
  const { status, body, headers } = await call('POST /users/logout', { as: ada })
  expect([status, body]).toEqual([200, 'ada@example.com is logged out'])
  expect(headers.get('Set-Cookie')).toBe('token=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax')
  expect(await call('GET /users/email', { as: ada })).toMatchObject({ status: 401, body: 'Unauthorized' })
})

test("ends the cookie's token where that was used", async () => {
  const headers = { Cookie: `token=${ada}` }
  await call('POST /users/logout', { headers })
  expect(await call('GET /users/email', { headers })).toMatchObject({ status: 401 })
})

test('leaves the other tokens of the account alone', async () => {
  const { body: other } = await call('POST /users/tokens/create', { as: ada, body: {} })
  await call('POST /users/logout', { as: ada })
  expect(await call('GET /users/email', { as: String(other) })).toMatchObject({ status: 200 })
})
