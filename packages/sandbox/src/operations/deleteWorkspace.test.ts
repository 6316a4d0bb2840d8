import { expect, test } from 'vitest'
import { ada, admin, grace, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test('takes members and invites with it', async () => {
  expect(await call('DELETE /w/starter/workspaces/delete', { as: admin })).toMatchObject({
    status: 200,
    body: 'the workspace starter is deleted',
  })
  expect(await call('GET /users/list_invites', { as: ada })).toMatchObject({ body: [] })
  expect(await call('GET /w/starter/users/list', { as: admin })).toMatchObject({ status: 404 })
})

test('leaves a workspace alone that its caller is no admin of', async () => {
  expect(await call('DELETE /w/demo/workspaces/delete', { as: ada })).toMatchObject({ status: 403 })
  expect(await call('GET /w/demo/users/list', { as: grace })).toMatchObject({ status: 200 })
})
