import { expect, test } from 'vitest'
import { ada, katherine, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test('lists the workspaces of the caller with the username in each', async () => {
  const demo = {
    id: 'demo',
    name: 'Demo',
    username: 'ada',
    color: '',
    is_dev_workspace: false,
    disabled: false,
  }
  expect(await call('GET /workspaces/users', { as: ada })).toMatchObject({
    status: 200,
    body: { email: 'ada@example.com', workspaces: [demo] },
  })
})

test('is empty for somebody who belongs to no workspace', async () => {
  expect(await call('GET /workspaces/users', { as: katherine })).toMatchObject({
    body: { email: 'katherine@example.com', workspaces: [] },
  })
})
