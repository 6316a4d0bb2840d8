import { expect, test } from 'vitest'
import { type BodyOf, invalid } from '../../test/line.ts'
import { admin, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const alan = {
  email: 'alan@example.com',
  password: 'enigma-decoded',
  super_admin: false,
  name: 'Alan Turing',
}
const create = (body: BodyOf<'POST /users/create'>) => call('POST /users/create', { as: admin, body })
const login = (email: string) => call('POST /auth/login', { body: { email, password: alan.password } })

test('makes a verified account that can log in', async () => {
  expect(await create(alan)).toMatchObject({ status: 201, body: 'alan@example.com has an account' })
  const { body: token } = await login(alan.email)
  expect(await call('GET /users/whoami', { as: String(token) })).toMatchObject({
    body: {
      email: 'alan@example.com',
      login_type: 'password',
      super_admin: false,
      verified: true,
      name: 'Alan Turing',
      company: null,
    },
  })
})

test('stores the e-mail in lower case', async () => {
  expect(await create({ ...alan, email: 'Alan@Example.com' })).toMatchObject({
    body: 'alan@example.com has an account',
  })
})

test('refuses an e-mail that has an account, in any case', async () => {
  expect(await create({ ...alan, email: 'ADA@example.com' })).toMatchObject({
    status: 400,
    body: 'Bad request: ada@example.com has an account already',
  })
})

test('makes one account of many at once', async () => {
  const replies = await Promise.all(Array.from({ length: 5 }, () => create(alan)))
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400])
})

test.each([
  'alan.turing+test@example.co.uk',
  'alan@localhost',
  '"alan turing"@example.com',
  "o'hara@example.com",
])('takes the address %s', async (email) => {
  expect(await create({ ...alan, email })).toMatchObject({ status: 201 })
})

test.each([
  { ...alan, email: 'alan' },
  { ...alan, email: 'alan@' },
  { ...alan, email: 'alan@@example.com' },
  { ...alan, email: 'alan turing@example.com' },
  { ...alan, email: '.alan@example.com' },
  { ...alan, email: 'alan@example..com' },
  { ...alan, email: `${'a'.repeat(39)}@example.com` },
  { ...alan, password: '' },
  { ...alan, super_admin: null },
  { ...alan, name: 'x'.repeat(31) },
  { ...alan, company: 'NUL \0' },
  { email: alan.email, password: alan.password },
])('refuses %j', async (body) => {
  expect(await create(invalid(body))).toMatchObject({ status: 422 })
})
