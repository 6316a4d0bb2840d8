import { expect, test } from 'vitest'
import type { BodyOf } from '../../test/line.ts'
import { admin, katherine, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const update = (email: string, body: BodyOf<'POST /users/update/ada@example.com'>, as = admin) =>
  call(`POST /users/update/${email}`, { as, body })
const list = (as: string) => call('GET /users/list_as_super_admin', { as })

test('promotes, and the role counts at once', async () => {
  const reply = await update('Katherine@example.com', { is_super_admin: true })
  expect(reply).toMatchObject({ status: 200, body: 'katherine@example.com is updated' })
  expect(await list(katherine)).toMatchObject({ status: 200 })
})

test('demotes, and the role is gone at once', async () => {
  await update('katherine@example.com', { is_super_admin: true })
  await update('katherine@example.com', { is_super_admin: false })
  expect(await list(katherine)).toMatchObject({ status: 403 })
})

test.each([{}, { is_super_admin: null }])('changes nothing with %j', async (body) => {
  expect(await update('admin@windmill.dev', body)).toMatchObject({ status: 200 })
  expect(await list(admin)).toMatchObject({ status: 200 })
})

test.each(['nobody@example.com', 'nobody', '%00'])('finds no account %s', async (email) => {
  expect(await update(email, { is_super_admin: true })).toMatchObject({ status: 404 })
})

test('keeps the last super admin', async () => {
  expect(await update('admin@windmill.dev', { is_super_admin: false })).toMatchObject({
    status: 400,
    body: 'Bad request: admin@windmill.dev is the last super admin',
  })
})

test('leaves one of two super admins who demote each other at once', async () => {
  await update('katherine@example.com', { is_super_admin: true })
  const replies = await Promise.all([
    update('katherine@example.com', { is_super_admin: false }, admin),
    update('admin@windmill.dev', { is_super_admin: false }, katherine),
  ])
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
})
