import { expect, test } from 'vitest'
import { ada, grace, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test("lists the caller's own invites", async () => {
  expect(await call('GET /users/list_invites', { as: ada })).toMatchObject({
    status: 200,
    body: [{ workspace_id: 'starter', email: 'ada@example.com', is_admin: false }],
  })
  expect(await call('GET /users/list_invites', { as: grace })).toMatchObject({ body: [] })
})
