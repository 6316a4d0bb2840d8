import { expect, test } from 'vitest'
import { type BodyOf, invalid } from '../../test/line.ts'
import { ada, admin, grace, start, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const accept = (as: string, body: BodyOf<'POST /users/accept_invite'>) =>
  call('POST /users/accept_invite', { as, body })
const invites = async () => (await call('GET /users/list_invites', { as: ada })).body

test('makes the caller a member with the role of the invite', async () => {
  expect(await accept(ada, { workspace_id: 'starter', username: 'ada' })).toMatchObject({
    status: 200,
    body: 'ada@example.com is a member of starter as ada',
  })
  expect(await call('GET /w/starter/users/whoami', { as: ada })).toMatchObject({
    body: { username: 'ada', is_admin: false, created_at: start.toISOString(), groups: ['all'] },
  })
})

test('uses the invite up', async () => {
  await accept(ada, { workspace_id: 'starter', username: 'ada' })
  expect(await invites()).toEqual([])
  expect(await accept(ada, { workspace_id: 'starter', username: 'ada2' })).toMatchObject({ status: 404 })
})

test.each(['admin', 'bot'])('keeps the invite where the username %s is not free', async (username) => {
  expect(await accept(ada, { workspace_id: 'starter', username })).toMatchObject({ status: 400 })
  expect(await invites()).toHaveLength(1)
})

test('looks for the invite before it looks at the username', async () => {
  expect(await accept(grace, { workspace_id: 'starter', username: 'bot' })).toMatchObject({
    status: 404,
    body: 'Not found: grace@example.com has no invite to starter',
  })
})

test('makes no difference between no invite and no workspace', async () => {
  expect(await accept(grace, { workspace_id: 'nowhere', username: 'grace' })).toMatchObject({ status: 404 })
})

test('takes a username that differs in case for another one', async () => {
  expect(await accept(ada, { workspace_id: 'starter', username: 'Admin' })).toMatchObject({ status: 200 })
})

test.each([
  { username: 'ada' },
  { workspace_id: 'starter' },
  { workspace_id: 'starter', username: null },
  { workspace_id: 'starter', username: 'a b' },
  { workspace_id: 'starter', username: '' },
  { workspace_id: 'starter', username: 'x'.repeat(51) },
  { workspace_id: '-starter', username: 'ada' },
])('refuses %j', async (body) => {
  expect(await accept(ada, invalid(body))).toMatchObject({ status: 422 })
})

test('makes one member of twenty attempts at once', async () => {
  const attempts = Array.from({ length: 20 }, (_, index) =>
    accept(ada, { workspace_id: 'starter', username: `ada${index}` }),
  )
  const statuses = (await Promise.all(attempts)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(statuses.filter((status) => status === 404)).toHaveLength(19)
  expect((await call('GET /w/starter/users/list', { as: admin })).body).toHaveLength(2)
})
