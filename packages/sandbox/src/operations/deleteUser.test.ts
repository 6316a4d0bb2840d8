import { expect, test } from 'vitest'
import { ada, admin, grace, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const remove = (username: string, as = grace) => call(`DELETE /w/demo/users/delete/${username}`, { as })

test('ends the membership at once, and the account stays', async () => {
  expect(await remove('ada')).toMatchObject({ status: 200, body: 'ada is removed from demo' })
  expect(await call('GET /w/demo/users/whoami', { as: ada })).toMatchObject({ status: 403 })
  expect(await call('GET /users/whoami', { as: ada })).toMatchObject({ status: 200 })
})

test('leaves other workspaces alone', async () => {
  await call('POST /users/accept_invite', { as: ada, body: { workspace_id: 'starter', username: 'ada' } })
  await remove('ada')
  expect(await call('GET /w/starter/users/whoami', { as: ada })).toMatchObject({ status: 200 })
})

test('finds no such member, the second time neither', async () => {
  await remove('ada')
  expect(await remove('ada')).toMatchObject({ status: 404 })
})

test('keeps the last admin', async () => {
  await remove('admin')
  expect(await remove('grace')).toMatchObject({ status: 400 })
  expect(await call('GET /w/demo/users/whoami', { as: grace })).toMatchObject({ status: 200 })
})

test('lets a super admin remove who is none', async () => {
  expect(await remove('grace', admin)).toMatchObject({ status: 200 })
})
