import { expect, test } from 'vitest'
import { ada, admin, grace, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const leave = (workspace: string, as: string) => call(`POST /w/${workspace}/users/leave_workspace`, { as })

test('ends the own membership', async () => {
  expect(await leave('demo', ada)).toMatchObject({ status: 200, body: 'ada@example.com has left demo' })
  expect(await call('GET /w/demo/users/whoami', { as: ada })).toMatchObject({ status: 403 })
})

test('keeps the last admin', async () => {
  expect(await leave('starter', admin)).toMatchObject({
    status: 400,
    body: 'Bad request: admin is the last admin of starter',
  })
})

test('leaves nothing to leave for a super admin who is no member', async () => {
  await leave('demo', admin)
  expect(await leave('demo', admin)).toMatchObject({
    status: 404,
    body: 'Not found: admin@windmill.dev is no member of demo',
  })
})

test('lets one of two admins go who leave at once', async () => {
  const replies = await Promise.all([leave('demo', admin), leave('demo', grace)])
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 400])
})
