import { expect, test } from 'vitest'
import type { BodyOf } from '../../test/line.ts'
import { ada, admin, grace, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const update = (username: string, body: BodyOf<'POST /w/demo/users/update/ada'>, as = grace) =>
  call(`POST /w/demo/users/update/${username}`, { as, body })
const adminsOfDemo = async () => {
  const { body } = await call('GET /w/demo/users/list', { as: admin })
  const members = body as { username: string; is_admin: boolean }[] // as checked by the document
  return members.filter(({ is_admin }) => is_admin).map(({ username }) => username)
}

test('promotes, and the role counts at once', async () => {
  expect(await update('ada', { is_admin: true })).toMatchObject({
    status: 200,
    body: 'ada is updated in demo',
  })
  expect(await update('grace', { is_admin: false }, ada)).toMatchObject({ status: 200 })
  expect(await update('ada', { is_admin: false }, grace)).toMatchObject({ status: 403 })
})

test.each([{}, { is_admin: null }])('changes nothing with %j', async (body) => {
  expect(await update('grace', body)).toMatchObject({ status: 200 })
  expect(await adminsOfDemo()).toEqual(['admin', 'grace'])
})

test('finds no such member', async () => {
  expect(await update('nobody', { is_admin: true })).toMatchObject({
    status: 404,
    body: 'Not found: demo has no member nobody',
  })
})

test('keeps the last admin', async () => {
  await update('admin', { is_admin: false })
  expect(await update('grace', { is_admin: false })).toMatchObject({
    status: 400,
    body: 'Bad request: grace is the last admin of demo',
  })
  expect(await adminsOfDemo()).toEqual(['grace'])
})

test('leaves one of two admins who demote each other at once', async () => {
  const replies = await Promise.all([
    update('grace', { is_admin: false }, admin),
    update('admin', { is_admin: false }, grace),
  ])
  expect(replies.map(({ status }) => status).sort()).not.toEqual([200, 200])
  expect(await adminsOfDemo()).toHaveLength(1)
})
