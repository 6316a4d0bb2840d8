import { expect, test } from 'vitest'
import { ada, admin, grace, katherine, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const demo = { id: 'demo', name: 'Demo', owner: 'admin@windmill.dev' }
const starter = { id: 'starter', name: 'Starter', owner: 'admin@windmill.dev' }

test.each([
  ['the one workspace of Ada', ada, [demo]],
  ['the workspaces of an admin, by id', admin, [demo, starter]],
  ['none for Katherine', katherine, []],
])('lists %s', async (_whose, as, workspaces) => {
  expect(await call('GET /workspaces/list', { as })).toMatchObject({ status: 200, body: workspaces })
})

test('shows the domain of a workspace that has one', async () => {
  const body = { id: 'analytics', name: 'Analytics', username: 'grace', domain: 'example.com' }
  await call('POST /workspaces/create', { as: grace, body })
  expect(await call('GET /workspaces/list', { as: grace })).toMatchObject({
    body: [{ id: 'analytics', owner: 'grace@example.com', domain: 'example.com' }, demo],
  })
})
