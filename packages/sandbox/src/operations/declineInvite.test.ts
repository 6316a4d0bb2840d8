import { expect, test } from 'vitest'
import { ada, grace, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const decline = (as: string, workspace_id = 'starter') =>
  call('POST /users/decline_invite', { as, body: { workspace_id } })

test('takes the invite away', async () => {
  expect(await decline(ada)).toMatchObject({
    status: 200,
    body: 'ada@example.com has declined the invite to starter',
  })
  expect(await call('GET /users/list_invites', { as: ada })).toMatchObject({ body: [] })
  const accepted = await call('POST /users/accept_invite', {
    as: ada,
    body: { workspace_id: 'starter', username: 'ada' },
  })
  expect(accepted).toMatchObject({ status: 404 })
})

test('is refused where there is nothing to decline', async () => {
  expect(await decline(grace)).toMatchObject({ status: 404 })
  expect(await decline(ada, 'nowhere')).toMatchObject({ status: 404 })
})

test("leaves other people's invites alone", async () => {
  await decline(grace)
  expect((await call('GET /users/list_invites', { as: ada })).body).toHaveLength(1)
})
