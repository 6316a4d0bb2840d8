import { describe, expect, test } from 'vitest'
import { ada, admin, grace, katherine, useSandbox } from '../../test/use-sandbox.ts'
import { type OperationId, operations } from '../generated/document/operations.ts'

const { call, callAnyhow } = useSandbox()

type Role = (typeof operations)[OperationId]['role']

/** What each role's operations answer to each person, as to whether they may. */
const table: { readonly [R in Role]: Readonly<Record<string, 'let in' | 401 | 403>> } = {
  anonymous: { nobody: 'let in', katherine: 'let in', ada: 'let in', grace: 'let in', admin: 'let in' },
  user: { nobody: 401, katherine: 'let in', ada: 'let in', grace: 'let in', admin: 'let in' },
  member: { nobody: 401, katherine: 403, ada: 'let in', grace: 'let in', admin: 'let in' },
  'workspace-admin': { nobody: 401, katherine: 403, ada: 403, grace: 'let in', admin: 'let in' },
  'super-admin': { nobody: 401, katherine: 403, ada: 403, grace: 403, admin: 'let in' },
}

const tokens: Readonly<Record<string, string | undefined>> = { katherine, ada, grace, admin }

describe.each(Object.entries(operations))('%s', (_id, { method, path, role }) => {
  const line = `${method.toUpperCase()} ${path.replace('{workspace}', 'demo').replaceAll(/\{\w+\}/g, 'nobody')}`

  test.each(Object.entries(table[role]))(`is to %s: %s`, async (person, expected) => {
    const token = tokens[person]
    const { status } = await callAnyhow(line, token === undefined ? {} : { as: token })
    const answer = status === 401 || status === 403 ? status : 'let in'
    expect(answer).toBe(expected)
  })
})

test('a workspace that does not exist looks like one of others', async () => {
  await call('POST /workspaces/create', {
    as: grace,
    body: { id: 'secret', name: 'Secret', username: 'grace' },
  })
  const [existing, missing] = await Promise.all(
    ['secret', 'absent'].map((workspace) => call(`GET /w/${workspace}/users/list`, { as: ada })),
  )
  expect([existing?.status, existing?.body]).toEqual([
    403,
    'Forbidden: ada@example.com is no member of secret',
  ])
  expect([missing?.status, missing?.body]).toEqual([403, 'Forbidden: ada@example.com is no member of absent'])
})

test('a super admin acts as an admin where he is no member', async () => {
  await call('POST /workspaces/create', {
    as: grace,
    body: { id: 'analytics', name: 'Analytics', username: 'grace' },
  })
  const body = { email: 'ada@example.com', username: 'ada', is_admin: false }
  expect(await call('POST /w/analytics/users/add', { as: admin, body })).toMatchObject({ status: 201 })
})

test.each(['DEMO', 'demo%00', 'demo%2Fx', '%64emo%20', 'nowhere'])(
  'the workspace %s is none',
  async (workspace) => {
    expect(await call(`GET /w/${workspace}/users/list`, { as: ada })).toMatchObject({ status: 403 })
    expect(await call(`GET /w/${workspace}/users/list`, { as: admin })).toMatchObject({ status: 404 })
  },
)

test('an admin of one workspace is none of another', async () => {
  await call('POST /users/accept_invite', { as: ada, body: { workspace_id: 'starter', username: 'ada' } })
  await call('POST /w/starter/users/update/ada', { as: admin, body: { is_admin: true } })
  expect(await call('DELETE /w/demo/users/delete/grace', { as: ada })).toMatchObject({ status: 403 })
})
