import { expect, test } from 'vitest'
import { ada, admin, grace, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const remove = (email: string) => call(`DELETE /users/delete/${email}`, { as: admin })

test('takes the tokens, memberships and invites with the account', async () => {
  expect(await remove('Ada@example.com')).toMatchObject({ status: 200, body: 'ada@example.com is deleted' })
  expect(await call('GET /users/email', { as: ada })).toMatchObject({ status: 401 })
  expect((await call('GET /w/demo/users/list_usernames', { as: grace })).body).toEqual(['admin', 'grace'])
  expect((await call('GET /w/starter/workspaces/list_pending_invites', { as: admin })).body).toEqual([])
})

test('finds no such account', async () => {
  expect(await remove('nobody@example.com')).toMatchObject({ status: 404 })
})

test('keeps the last super admin', async () => {
  expect(await remove('admin@windmill.dev')).toMatchObject({
    status: 400,
    body: 'Bad request: admin@windmill.dev is the last super admin',
  })
})

test('keeps the only admin of a workspace, and everything else of that account', async () => {
  await call('POST /workspaces/create', {
    as: grace,
    body: { id: 'analytics', name: 'Analytics', username: 'grace' },
  })
  expect(await remove('grace@example.com')).toMatchObject({
    status: 400,
    body: 'Bad request: grace is the last admin of analytics',
  })
  expect(await call('GET /w/demo/users/whoami', { as: grace })).toMatchObject({ status: 200 })
})
