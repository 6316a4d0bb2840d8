import { expect, test } from 'vitest'
import { admin, grace, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test('lists workspaces that the super admin does not belong to, a page at a time', async () => {
  await call('POST /workspaces/create', {
    as: grace,
    body: { id: 'analytics', name: 'Analytics', username: 'grace' },
  })
  const pageOf = (page: number) =>
    call(`GET /workspaces/list_as_superadmin?page=${page}&per_page=2`, { as: admin })
  expect(await pageOf(1)).toMatchObject({ status: 200, body: [{ id: 'analytics' }, { id: 'demo' }] })
  expect(await pageOf(2)).toMatchObject({ status: 200, body: [{ id: 'starter' }] })
  expect(await pageOf(3)).toMatchObject({ status: 200, body: [] })
})

test('refuses everybody else', async () => {
  expect(await call('GET /workspaces/list_as_superadmin', { as: grace })).toMatchObject({ status: 403 })
})
