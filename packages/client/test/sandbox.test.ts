import { createSandbox, exampleWorld, type Sandbox } from '@windmill-user-api/sandbox'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createClient, createUserApi, globalWhoami, login, type UserApi } from '../src/index.ts'
import { baseUrl, served } from './support/server.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox({ seed: exampleWorld })
}, 60_000)
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

const sandboxed = served((request) => sandbox.fetch(request))

const passwords = {
  'admin@windmill.dev': 'changeme',
  'grace@example.com': 'nanoseconds-matter',
  'ada@example.com': 'analytical-engine',
}

async function apiOf(email: keyof typeof passwords): Promise<UserApi> {
  const client = createClient({ baseUrl, auth: { kind: 'none' }, fetch: sandboxed })
  const token = await login(client, { body: { email, password: passwords[email] } })
  return createUserApi({ baseUrl, auth: { kind: 'bearer', token }, fetch: sandboxed })
}

describe('against a real server', () => {
  test('one looks around', async () => {
    const ada = await apiOf('ada@example.com')

    expect(await ada.getCurrentEmail()).toBe('ada@example.com')
    expect(await globalWhoami(ada)).toMatchObject({ name: 'Ada Lovelace', super_admin: false })
    expect(await ada.whoami({ workspace: 'demo' })).toMatchObject({ username: 'ada', is_admin: false })
    expect(await ada.whois({ workspace: 'demo', username: 'grace' })).toMatchObject({ is_admin: true })
    expect(await ada.listUsernames({ workspace: 'demo' })).toEqual(expect.arrayContaining(['ada', 'grace']))
    expect(await ada.listUsers({ workspace: 'demo' })).toHaveLength(3)
  })

  test('one makes a token, uses it and ends it', async () => {
    const ada = await apiOf('ada@example.com')
    const token = await ada.createToken({ body: { label: 'script' } })
    const script = createUserApi({ baseUrl, auth: { kind: 'bearer', token }, fetch: sandboxed })

    expect(await script.listTokens()).toContainEqual(expect.objectContaining({ label: 'script' }))
    expect(await ada.deleteToken({ token_prefix: token.slice(0, 10) })).toContain(token.slice(0, 10))
    await expect(script.getCurrentEmail()).rejects.toMatchObject({ status: 401, body: 'Unauthorized' })
  })

  test('one answers invites, and leaves', async () => {
    const ada = await apiOf('ada@example.com')

    expect(await ada.listWorkspaceInvites()).toMatchObject([{ workspace_id: 'starter' }])
    await ada.acceptInvite({ body: { workspace_id: 'starter', username: 'ada' } })
    await ada.leaveWorkspace({ workspace: 'starter' })
    await expect(ada.declineInvite({ body: { workspace_id: 'starter' } })).rejects.toMatchObject({
      operation: 'declineInvite',
      status: 404,
    })
  })

  test('an admin of a workspace cares for its members', async () => {
    const grace = await apiOf('grace@example.com')
    const body = { email: 'katherine@example.com', username: 'katherine', is_admin: false }

    await grace.createUser({ workspace: 'demo', body })
    await grace.updateUser({ workspace: 'demo', username: 'katherine', body: { is_admin: true } })
    expect(await grace.whois({ workspace: 'demo', username: 'katherine' })).toMatchObject({ is_admin: true })
    await grace.deleteUser({ workspace: 'demo', username: 'katherine' })
    expect(await grace.listUsernames({ workspace: 'demo' })).not.toContain('katherine')
  })

  test('a super admin cares for accounts', async () => {
    const admin = await apiOf('admin@windmill.dev')
    const alan = {
      email: 'alan@example.com',
      password: 'enigma-decoded',
      super_admin: false,
      name: 'Alan Turing',
    }

    await admin.createUserGlobally({ body: alan })
    await admin.globalUserUpdate({ email: alan.email, body: { is_super_admin: true } })
    const first = await admin.listUsersAsSuperAdmin({ page: 1, per_page: 2 })
    const second = await admin.listUsersAsSuperAdmin({ page: 2, per_page: 2 })
    expect([...first, ...second].map(({ email }) => email)).toEqual([
      'ada@example.com',
      'admin@windmill.dev',
      'alan@example.com',
      'grace@example.com',
    ])
  })

  test('an account is closed to the old password, and a token to whom logged out', async () => {
    const ada = await apiOf('ada@example.com')
    await ada.setPassword({ body: { password: 'difference-engine' } })
    await expect(apiOf('ada@example.com')).rejects.toMatchObject({ operation: 'login', status: 400 })

    await ada.logout()
    await expect(ada.listTokens()).rejects.toMatchObject({ status: 401 })
  })

  test('a login with a code that nobody gave out fails as documented', async () => {
    const client = createUserApi({ baseUrl, auth: { kind: 'none' }, fetch: sandboxed })
    const callback = client.loginWithOauth({ client_name: 'sandbox', body: { code: 'x', state: 'y' } })

    await expect(callback).rejects.toMatchObject({ kind: 'status', status: 400 })
  })
})
