import { expect, test } from 'vitest'
import { ada, admin, grace, start, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test('answers the membership of the caller', async () => {
  expect(await call('GET /w/demo/users/whoami', { as: ada })).toMatchObject({
    status: 200,
    body: {
      email: 'ada@example.com',
      username: 'ada',
      is_admin: false,
      created_at: '2026-11-04T10:15:00.000Z',
    },
  })
})

test('shows a super admin who is no member under his e-mail, as an admin', async () => {
  const body = { id: 'analytics', name: 'Analytics', username: 'grace' }
  await call('POST /workspaces/create', { as: grace, body })
  expect(await call('GET /w/analytics/users/whoami', { as: admin })).toMatchObject({
    body: {
      email: 'admin@windmill.dev',
      username: 'admin@windmill.dev',
      is_admin: true,
      is_super_admin: true,
      created_at: '2026-11-02T09:00:00.000Z',
      groups: [],
    },
  })
  expect(await call('GET /w/analytics/users/whoami', { as: grace })).toMatchObject({
    body: { is_admin: true, created_at: start.toISOString() },
  })
})
