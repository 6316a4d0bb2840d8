import { expect, test } from 'vitest'
import { admin, grace, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const listed = async () => {
  const { body } = await call('GET /w/demo/users/list', { as: grace })
  return body as { username: string; is_admin: boolean; is_super_admin: boolean }[]
}
const names = async () => (await listed()).map(({ username }) => username)
const add = (username: string) =>
  call('POST /w/demo/users/add', {
    as: grace,
    body: { email: `${username}@example.com`, username, is_admin: false },
  })

test('a list that was read before shows who has joined, whose role has changed and who has left', async () => {
  const before = await names()
  await add('zoe')
  expect(await names()).toEqual([...before, 'zoe'])
  await call('POST /w/demo/users/update/zoe', { as: grace, body: { is_admin: true } })
  expect((await listed()).at(-1)).toMatchObject({ username: 'zoe', is_admin: true })
  await call('DELETE /w/demo/users/delete/zoe', { as: grace })
  expect(await names()).toEqual(before)
})

test('a list that was read before shows who has become a super admin, and who is one no more', async () => {
  const ada = async () => (await listed()).find(({ username }) => username === 'ada')
  expect(await ada()).toMatchObject({ is_super_admin: false })
  for (const is_super_admin of [true, false]) {
    await call('POST /users/update/ada@example.com', { as: admin, body: { is_super_admin } })
    expect(await ada()).toMatchObject({ is_super_admin })
  }
})

test('a list that was read before shows that a member’s new account is a super admin', async () => {
  await add('zoe')
  expect((await listed()).at(-1)).toMatchObject({ username: 'zoe', is_super_admin: false })
  const body = { email: 'zoe@example.com', password: 'zoe-can-log-in', super_admin: true }
  await call('POST /users/create', { as: admin, body })
  expect((await listed()).at(-1)).toMatchObject({ username: 'zoe', is_super_admin: true })
  await call('DELETE /users/delete/zoe@example.com', { as: admin })
  expect(await names()).not.toContain('zoe')
})
