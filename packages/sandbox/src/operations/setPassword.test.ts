import { expect, test } from 'vitest'
import { invalid } from '../../test/line.ts'
import { ada, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const login = (password: string) => call('POST /auth/login', { body: { email: 'ada@example.com', password } })
const setPassword = (as: string, password: string) =>
  call('POST /users/setpassword', { as, body: { password } })

test('replaces the password', async () => {
  expect(await setPassword(ada, 'difference-engine')).toMatchObject({
    status: 200,
    body: 'the password of ada@example.com is set',
  })
  expect(await login('difference-engine')).toMatchObject({ status: 200 })
  expect(await login('analytical-engine')).toMatchObject({ status: 400 })
})

test('ends every other session, and neither its own nor any token of createToken', async () => {
  const [own, other] = await Promise.all([login('analytical-engine'), login('analytical-engine')])
  await setPassword(String(own.body), 'difference-engine')
  const statuses = [own.body, other.body, ada].map(async (token) => {
    const { status } = await call('GET /users/email', { as: String(token) })
    return status
  })
  expect(await Promise.all(statuses)).toEqual([200, 401, 200])
})

test.each(['', 'x'.repeat(257), null, 7, 'with NUL \0', 'with half a pair \ud83d'])(
  'refuses %j',
  async (password) => {
    expect(await setPassword(ada, invalid(password))).toMatchObject({ status: 422 })
  },
)

test('counts code points: 256 characters outside the basic plane are no more than 256', async () => {
  const password = '𝕏'.repeat(256)
  expect(await setPassword(ada, password)).toMatchObject({ status: 200 })
  expect(await login(password)).toMatchObject({ status: 200 })
})
