import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import type { Sandbox } from '../src/index.ts'
import { createSandbox, type NodeSandboxOptions } from '../src/node.ts'
import { createDatabase } from './postgres/databases.ts'
import { ada, admin, type CallOptions, grace, katherine, send, worldWithTokens } from './use-sandbox.ts'

/**
 * What holds whatever happens at once. On PostgreSQL two sandboxes with ten connections each share the database, and calls go
 * to them by turns; on PGlite the calls wait for one another inside.
 */
const server = inject('postgres')
let sandboxes: Sandbox[] = []
let drop = async (): Promise<void> => undefined
let turn = 0

beforeAll(async () => {
  const options: NodeSandboxOptions = { seed: worldWithTokens, checkResponses: true }
  if (server === undefined) {
    sandboxes = [await createSandbox(options)]
    return
  }
  const database = await createDatabase(server)
  drop = database.drop
  const shared = { ...options, databaseUrl: database.url }
  sandboxes = await Promise.all([createSandbox(shared), createSandbox(shared)])
})

beforeEach(() => sandboxes[0]?.reset())

afterAll(async () => {
  await Promise.all(sandboxes.map((sandbox) => sandbox.close()))
  await drop()
})

function call(line: string, options: CallOptions = {}) {
  turn += 1
  const sandbox = sandboxes[turn % sandboxes.length]
  if (!sandbox) throw new Error('expected a sandbox')
  return send(sandbox.fetch, line, options)
}

/** How many answers there were of each status. */
async function atOnce(calls: readonly ReturnType<typeof call>[]): Promise<Record<number, number>> {
  const counts: Record<number, number> = {}
  for (const { status } of await Promise.all(calls)) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

const times = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => make(index))

async function adminsOf(workspace: string): Promise<number> {
  const { body } = await call(`GET /w/${workspace}/users/list`, { as: admin })
  return JSON.stringify(body).split('"is_admin":true').length - 1
}

async function superAdmins(): Promise<number> {
  const seen = await Promise.all([admin, grace].map((as) => call('GET /users/whoami', { as })))
  return seen.filter(({ body }) => JSON.stringify(body).includes('"super_admin":true')).length
}

const accept = (username: string) =>
  call('POST /users/accept_invite', { as: ada, body: { workspace_id: 'starter', username } })

test('fifty accepts of one invite make one member', async () => {
  expect(await atOnce(times(50, (index) => accept(`ada${index}`)))).toEqual({ 200: 1, 404: 49 })
  expect((await call('GET /w/starter/users/list', { as: admin })).body).toHaveLength(2)
})

test('an invite is accepted or declined, not both', async () => {
  const decline = () => call('POST /users/decline_invite', { as: ada, body: { workspace_id: 'starter' } })
  expect(await atOnce([accept('ada'), decline(), accept('ada'), decline()])).toEqual({ 200: 1, 404: 3 })
})

test.each(times(5, (round) => round))('two admins who demote each other leave one (round %i)', async () => {
  const demote = (as: string, username: string) =>
    call(`POST /w/demo/users/update/${username}`, { as, body: { is_admin: false } })
  // Who comes second is the last admin (400), or is none any more when he is asked who he is (403).
  const { 200: demoted } = await atOnce([demote(grace, 'admin'), demote(admin, 'grace')])
  expect([demoted, await adminsOf('demo')]).toEqual([1, 1])
})

test('two admins who leave at once leave one', async () => {
  const leave = (as: string) => call('POST /w/demo/users/leave_workspace', { as })
  expect(await atOnce([leave(grace), leave(admin)])).toEqual({ 200: 1, 400: 1 })
  expect(await adminsOf('demo')).toBe(1)
})

test.each(times(5, (round) => round))(
  'two super admins who demote each other leave one (round %i)',
  async () => {
    const update = (as: string, email: string, is_super_admin: boolean) =>
      call(`POST /users/update/${email}`, { as, body: { is_super_admin } })
    await update(admin, 'grace@example.com', true)
    const { 200: demoted } = await atOnce([
      update(admin, 'grace@example.com', false),
      update(grace, 'admin@windmill.dev', false),
    ])
    expect([demoted, await superAdmins()]).toEqual([1, 1])
  },
)

test('an e-mail, a username and a workspace id are given once', async () => {
  const account = { email: 'alan@example.com', password: 'enigma-decoded', super_admin: false }
  const createAccount = () => call('POST /users/create', { as: admin, body: account })
  expect(await atOnce(times(20, createAccount))).toEqual({ 201: 1, 400: 19 })
  const add = (index: number) => {
    const body = { email: `alan${index}@example.com`, username: 'alan', is_admin: false }
    return call('POST /w/demo/users/add', { as: grace, body })
  }
  expect(await atOnce(times(20, add))).toEqual({ 201: 1, 400: 19 })
  const workspace = { id: 'analytics', name: 'Analytics', username: 'ada' }
  const createWorkspace = () => call('POST /workspaces/create', { as: ada, body: workspace })
  expect(await atOnce(times(20, createWorkspace))).toEqual({ 201: 1, 400: 19 })
})

test('a state of an OAuth login is good for one use', async () => {
  const start = await call('GET /oauth/login/sandbox')
  const authorize = new URL(start.headers.get('Location') ?? '')
  authorize.searchParams.set('login_hint', 'alan@example.com')
  const consent = await sandboxes[0]?.fetch(new Request(authorize))
  const { searchParams } = new URL(consent?.headers.get('Location') ?? '')
  const body = { code: searchParams.get('code'), state: searchParams.get('state') }
  const headers = { Cookie: `csrf=${body.state}` }
  const logins = times(20, () => call('POST /oauth/login_callback/sandbox', { body, headers }))
  expect(await atOnce(logins)).toEqual({ 200: 1, 400: 19 })
})

test('no more than ten wrong passwords are compared, however many come at once', async () => {
  const guess = () => call('POST /auth/login', { body: { email: 'ada@example.com', password: 'guess' } })
  expect(await atOnce(times(30, guess))).toEqual({ 400: 10, 429: 20 })
})

test.each(times(5, (round) => round))(
  'an account that is deleted leaves no membership behind (round %i)',
  async () => {
    await atOnce([
      accept('ada'),
      call('DELETE /users/delete/ada@example.com', { as: admin }),
      call('POST /workspaces/create', {
        as: ada,
        body: { id: 'analytics', name: 'Analytics', username: 'ada' },
      }),
    ])
    const lists = ['demo', 'starter', 'analytics'].map((id) => call(`GET /w/${id}/users/list`, { as: admin }))
    const members = JSON.stringify((await Promise.all(lists)).map(({ body }) => body))
    const { status } = await call('GET /users/email', { as: ada })
    // It stays where it has become the only admin of a workspace of its own.
    expect(members.includes('ada@example.com')).toBe(status === 200)
  },
)

test('nobody who waits for somebody else is ever told of a failure', async () => {
  const lines = [
    ['POST /w/demo/users/leave_workspace', katherine, undefined],
    [
      'POST /w/demo/users/add',
      grace,
      { email: 'katherine@example.com', username: 'katherine', is_admin: true },
    ],
    ['POST /w/demo/users/update/admin', grace, { is_admin: false }],
    ['POST /w/demo/users/update/admin', grace, { is_admin: true }],
    ['DELETE /w/demo/users/delete/katherine', admin, undefined],
    ['DELETE /users/delete/katherine@example.com', admin, undefined],
    ['POST /users/create', admin, { email: 'katherine@example.com', password: 'x', super_admin: true }],
    ['POST /users/update/katherine@example.com', admin, { is_super_admin: true }],
    ['POST /users/update/katherine@example.com', admin, { is_super_admin: false }],
    ['POST /users/tokens/create', ada, {}],
    ['POST /users/setpassword', ada, { password: 'analytical-engine' }],
    ['POST /auth/login', undefined, { email: 'ada@example.com', password: 'analytical-engine' }],
    ['POST /users/accept_invite', ada, { workspace_id: 'starter', username: 'ada' }],
    ['POST /w/starter/workspaces/invite_user', admin, { email: 'ada@example.com', is_admin: false }],
    ['GET /users/list_as_super_admin', admin, undefined],
  ] as const
  const storm = times(10, () => lines.map(([line, as, body]) => call(line, { ...(as && { as }), body })))
  const counts = await atOnce(storm.flat())
  expect(Object.keys(counts).filter((status) => Number(status) >= 500)).toEqual([])
  expect(await superAdmins()).toBe(1)
})
