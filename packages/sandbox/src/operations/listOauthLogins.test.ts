import { expect, test } from 'vitest'
import { useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test('names the built-in provider', async () => {
  expect(await call('GET /oauth/list_logins')).toMatchObject({ status: 200, body: ['sandbox'] })
})
