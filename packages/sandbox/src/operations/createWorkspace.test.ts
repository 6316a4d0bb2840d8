import { expect, test } from 'vitest'
import type { BodyOf } from '../../test/line.ts'
import { grace, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const analytics = { id: 'analytics', name: 'Analytics', username: 'grace' }
const create = (body: BodyOf<'POST /workspaces/create'>) =>
  call('POST /workspaces/create', { as: grace, body })

test('makes the caller its admin', async () => {
  expect(await create(analytics)).toMatchObject({ status: 201, body: 'the workspace analytics is created' })
  expect(await call('GET /w/analytics/users/list', { as: grace })).toMatchObject({
    body: [{ email: 'grace@example.com', username: 'grace', is_admin: true }],
  })
})

test.each([
  ['a taken id', { ...analytics, id: 'demo' }],
  ['a reserved username', { ...analytics, username: 'bot' }],
])('refuses %s', async (_case, body) => {
  expect(await create(body)).toMatchObject({ status: 400 })
})

test('takes an id that differs in case for another one', async () => {
  expect(await create({ ...analytics, id: 'Demo' })).toMatchObject({ status: 201 })
})

test.each(['', 'two words', '-dash', 'dash-', 'two--dashes', 'x'.repeat(51)])(
  'refuses the id %j',
  async (id) => {
    expect(await create({ ...analytics, id })).toMatchObject({ status: 422 })
  },
)
