import { expect, test } from 'vitest'
import { admin, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test('lists the invites of the workspace', async () => {
  expect(await call('GET /w/starter/workspaces/list_pending_invites', { as: admin })).toMatchObject({
    status: 200,
    body: [{ workspace_id: 'starter', email: 'ada@example.com', is_admin: false }],
  })
  expect(await call('GET /w/demo/workspaces/list_pending_invites', { as: admin })).toMatchObject({ body: [] })
})
