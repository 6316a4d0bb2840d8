import { expect, test } from 'vitest'
import { grace, katherine, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const invite = (email: string, is_admin = false) =>
  call('POST /w/demo/workspaces/invite_user', { as: grace, body: { email, is_admin } })

test('invites an e-mail, in lower case', async () => {
  expect(await invite('Katherine@example.com', true)).toMatchObject({
    status: 200,
    body: 'katherine@example.com is invited to demo',
  })
  expect(await call('GET /users/list_invites', { as: katherine })).toMatchObject({
    body: [{ workspace_id: 'demo', email: 'katherine@example.com', is_admin: true }],
  })
})

test('needs no account yet', async () => {
  expect(await invite('alan@example.com')).toMatchObject({ status: 200 })
})

test('refuses who is invited already, in whatever role', async () => {
  await invite('katherine@example.com')
  expect(await invite('katherine@example.com', true)).toMatchObject({ status: 400 })
})

test('refuses who is a member already', async () => {
  expect(await invite('ada@example.com')).toMatchObject({
    status: 400,
    body: 'Bad request: ada@example.com is a member of demo already',
  })
})
