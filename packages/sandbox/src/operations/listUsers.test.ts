import { expect, test } from 'vitest'
import { ada, admin, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test('lists the members with what their accounts add', async () => {
  const { status, body } = await call('GET /w/demo/users/list', { as: ada })
  expect(status).toBe(200)
  expect(body).toEqual([
    {
      email: 'ada@example.com',
      username: 'ada',
      is_admin: false,
      is_super_admin: false,
      created_at: '2026-11-04T10:15:00.000Z',
      operator: false,
      disabled: false,
      groups: ['all'],
    },
    expect.objectContaining({ username: 'admin', is_admin: true, is_super_admin: true }),
    expect.objectContaining({ username: 'grace', is_admin: true, is_super_admin: false }),
  ])
})

test('lists a member without an account', async () => {
  const body = { email: 'alan@example.com', username: 'alan', is_admin: false }
  await call('POST /w/demo/users/add', { as: admin, body })
  expect((await call('GET /w/demo/users/list', { as: ada })).body).toContainEqual(
    expect.objectContaining({ username: 'alan', is_super_admin: false }),
  )
})
