import { expect, test } from 'vitest'
import { admin, grace, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test('deletes a workspace for a super admin', async () => {
  expect(await call('DELETE /workspaces/delete/demo', { as: admin })).toMatchObject({
    status: 200,
    body: 'the workspace demo is deleted',
  })
  expect(await call('GET /w/demo/users/list', { as: admin })).toMatchObject({ status: 404 })
})

test('returns 404 for a workspace that does not exist', async () => {
  expect(await call('DELETE /workspaces/delete/nowhere', { as: admin })).toMatchObject({
    status: 404,
    body: 'Not found: there is no workspace nowhere',
  })
})

test('leaves a workspace alone for one of its admins who is not a super admin', async () => {
  expect(await call('DELETE /workspaces/delete/demo', { as: grace })).toMatchObject({ status: 403 })
  expect(await call('GET /w/demo/users/list', { as: grace })).toMatchObject({ status: 200 })
})
