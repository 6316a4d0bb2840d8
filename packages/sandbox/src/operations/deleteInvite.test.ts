import { expect, test } from 'vitest'
import { ada, admin, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const deleteInvite = (is_admin: boolean) =>
  call('POST /w/starter/workspaces/delete_invite', {
    as: admin,
    body: { email: 'ADA@example.com', is_admin },
  })

test('takes the invite away', async () => {
  expect(await deleteInvite(false)).toMatchObject({
    status: 200,
    body: 'the invite of ada@example.com to starter is deleted',
  })
  expect(await call('GET /users/list_invites', { as: ada })).toMatchObject({ body: [] })
})

test('finds none of another role', async () => {
  expect(await deleteInvite(true)).toMatchObject({ status: 404 })
  expect((await call('GET /users/list_invites', { as: ada })).body).toHaveLength(1)
})
