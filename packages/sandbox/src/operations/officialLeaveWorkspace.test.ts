import { expect, test } from 'vitest'
import { ada, admin, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test('ends the membership, as leaveWorkspace does', async () => {
  expect(await call('POST /w/demo/workspaces/leave', { as: ada })).toMatchObject({
    status: 200,
    body: 'ada@example.com has left demo',
  })
  expect(await call('GET /w/demo/users/list', { as: ada })).toMatchObject({ status: 403 })
})

test('keeps the last admin', async () => {
  expect(await call('POST /w/starter/workspaces/leave', { as: admin })).toMatchObject({
    status: 400,
    body: 'Bad request: admin is the last admin of starter',
  })
})
