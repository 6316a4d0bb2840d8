import { expect, test } from 'vitest'
import { ada, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox({ publicUrl: 'https://users.example.com' })

const cookie = { Cookie: `token=${ada}` }
const change = (headers: Record<string, string>) =>
  call('POST /w/demo/users/leave_workspace', { headers: { ...cookie, ...headers } })

test.each([
  [{ 'Sec-Fetch-Site': 'cross-site' }],
  [{ 'Sec-Fetch-Site': 'same-site' }],
  [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://users.example.com' }],
  [{ Origin: 'https://evil.example.com' }],
  [{ Origin: 'http://users.example.com' }],
  [{ Origin: 'null' }],
])('a cookie counts for no change that another site asks for: %j', async (headers) => {
  expect(await change(headers)).toMatchObject({ status: 401, body: 'Unauthorized' })
  expect(await call('GET /w/demo/users/whoami', { as: ada })).toMatchObject({ status: 200 })
})

test.each([
  [{}],
  [{ 'Sec-Fetch-Site': 'same-origin' }],
  [{ 'Sec-Fetch-Site': 'none' }],
  [{ Origin: 'https://users.example.com' }],
  [{ Origin: 'http://localhost:8000' }],
])('a cookie counts for a change of its own site: %j', async (headers) => {
  expect(await change(headers)).toMatchObject({ status: 200 })
})

test('a cookie counts for reading, which another site cannot look into', async () => {
  const headers = { ...cookie, 'Sec-Fetch-Site': 'cross-site' }
  expect(await call('GET /users/email', { headers })).toMatchObject({ status: 200 })
})

test('a bearer token, which no browser sends by itself, counts from everywhere', async () => {
  const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://app.example.com' }
  expect(await call('POST /users/logout', { as: ada, headers })).toMatchObject({ status: 200 })
})
