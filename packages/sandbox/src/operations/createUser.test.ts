import { expect, test } from 'vitest'
import { type BodyOf, invalid } from '../../test/line.ts'
import { admin, grace, katherine, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const newUser = { email: 'katherine@example.com', username: 'katherine', is_admin: false }
const createUser = (body: BodyOf<'POST /w/demo/users/add'>, workspace = 'demo') =>
  call(`POST /w/${workspace}/users/add`, { as: grace, body })
const members = async () => (await call('GET /w/demo/users/list', { as: grace })).body

test('makes an e-mail a member at once', async () => {
  expect(await createUser(newUser)).toMatchObject({ status: 201, body: 'katherine is a member of demo' })
  expect(await call('GET /w/demo/users/whoami', { as: katherine })).toMatchObject({ body: newUser })
})

test('needs no account yet', async () => {
  expect(await createUser({ ...newUser, email: 'alan@example.com' })).toMatchObject({ status: 201 })
})

test('stores the e-mail in lower case', async () => {
  await createUser({ ...newUser, email: 'Katherine@Example.com' })
  expect(await members()).toContainEqual(expect.objectContaining({ email: 'katherine@example.com' }))
})

test('removes a pending invite', async () => {
  const body = { email: 'katherine@example.com', is_admin: true }
  await call('POST /w/demo/workspaces/invite_user', { as: grace, body })
  await createUser(newUser)
  expect(await call('GET /users/list_invites', { as: katherine })).toMatchObject({ body: [] })
})

test.each([
  ['taken', { ...newUser, username: 'ada' }],
  ['reserved', { ...newUser, username: 'bot' }],
  ['of a member already', { ...newUser, email: 'ADA@example.com' }],
])('refuses what is %s, and changes nothing', async (_case, body) => {
  const before = await members()
  expect(await createUser(body)).toMatchObject({ status: 400 })
  expect(await members()).toEqual(before)
})

test('takes one of many equal usernames at once', async () => {
  const replies = await Promise.all(
    Array.from({ length: 10 }, (_, index) => createUser({ ...newUser, email: `user${index}@example.com` })),
  )
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(replies.filter(({ status }) => status === 400)).toHaveLength(9)
})

test('is for one workspace', async () => {
  await createUser(newUser)
  const { body } = await call('GET /w/starter/users/list_usernames', { as: admin })
  expect(body).toEqual(['admin'])
})

test.each([
  { ...newUser, email: 'katherine' },
  { ...newUser, email: `${'x'.repeat(50)}@example.com` },
  { ...newUser, username: 'Katherine Johnson' },
  { ...newUser, is_admin: 'no' },
  { email: newUser.email, username: newUser.username },
])('refuses %j', async (body) => {
  expect(await createUser(invalid(body))).toMatchObject({ status: 422 })
})
