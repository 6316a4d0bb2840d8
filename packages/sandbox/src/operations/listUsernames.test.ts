import { expect, test } from 'vitest'
import { ada, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test('lists the usernames of the workspace', async () => {
  const reply = await call('GET /w/demo/users/list_usernames', { as: ada })
  expect(reply).toMatchObject({ status: 200, body: ['ada', 'admin', 'grace'] })
})
