import { expect, test } from 'vitest'
import { ada, admin, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test('answers what the instance knows of the account', async () => {
  expect(await call('GET /users/whoami', { as: ada })).toMatchObject({
    status: 200,
    body: {
      email: 'ada@example.com',
      login_type: 'password',
      super_admin: false,
      verified: true,
      name: 'Ada Lovelace',
      company: null,
    },
  })
})

test('shows a promotion on the next call', async () => {
  await call('POST /users/update/ada@example.com', { as: admin, body: { is_super_admin: true } })
  expect(await call('GET /users/whoami', { as: ada })).toMatchObject({ body: { super_admin: true } })
})
