import { expect, test } from 'vitest'
import { ada, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test('tells that people choose their usernames', async () => {
  expect(await call('GET /settings/global/automate_username_creation', { as: ada })).toMatchObject({
    status: 200,
    body: false,
  })
})

test('has no other setting', async () => {
  expect(await call('GET /settings/global/constructor', { as: ada })).toMatchObject({
    status: 404,
    body: 'Not found: there is no setting constructor',
  })
})
