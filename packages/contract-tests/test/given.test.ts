import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createSandbox, type Sandbox } from '@windmill-user-api/sandbox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runContract } from '../src/index.ts'
import { admin, baseUrl } from './sandbox.ts'
import { everyOperation, findRoute } from './servers/independent/operations.ts'
import { threeOperations } from './servers/partial.ts'

let sandbox: Sandbox
const fetch = (request: Request) => sandbox.fetch(request)

beforeAll(async () => {
  sandbox = await createSandbox()
})

afterAll(() => sandbox.close())

const emails = {
  'super-admin': 'given-super@example.com',
  'workspace-admin': 'given-owner@example.com',
  member: 'given-member@example.com',
  user: 'given-user@example.com',
  outsider: 'given-outsider@example.com',
} as const
const password = 'given-password'

test('accounts and a workspace that are given are left as they were', async () => {
  const token = await logIn(admin.email, admin.password)
  for (const [role, email] of Object.entries(emails))
    await post('/users/create', token, { email, password, super_admin: role === 'super-admin' })
  const owner = await logIn(emails['workspace-admin'], password)
  await post('/workspaces/create', owner, { id: 'given', name: 'Given', username: 'owner' })
  await post('/w/given/users/add', owner, { email: emails.member, username: 'member', is_admin: false })
  const outsider = await logIn(emails.outsider, password)
  await post('/workspaces/create', outsider, { id: 'elsewhere', name: 'Elsewhere', username: 'outsider' })
  const tokens = new Map<string, string>()
  for (const email of Object.values(emails)) tokens.set(email, await logIn(email, password))
  const before = await state(tokens)
  const report = await runContract({
    baseUrl,
    fetch,
    accounts: Object.fromEntries(
      Object.entries(emails).map(([role, email]) => [
        role,
        role === 'user' ? { token: String(tokens.get(email)) } : { email, password },
      ]),
    ),
    workspace: 'given',
    filter: [
      ...['login', 'logout', 'setPassword', 'createToken', 'deleteToken', 'listTokens'],
      ...['leaveWorkspace', 'updateUser', 'deleteUser', 'globalUserUpdate', 'acceptInvite', 'whoami'],
    ],
    rules: [
      'valid-call',
      'role-allowed',
      'role-refused',
      'credentials-accepted',
      'write-stored',
      'write-scope',
    ],
  })
  expect(report.findings.map(({ operations, title, request }) => [operations, title, request])).toEqual([])
  expect(report.left).toEqual([])
  expect(report.counts.passed).toBeGreaterThan(50)
  expect(await state(tokens)).toEqual(before)
})

test('without a super admin, the owner of a workspace removes it, or the report says what is left', async () => {
  const [owner, member] = [await logIn(emails['workspace-admin'], password), emails.member]
  const made = new Set<string>()
  const isRemoving = { value: true }
  const run = () =>
    runContract({
      baseUrl,
      accounts: { 'workspace-admin': { token: owner }, member: { email: member, password } },
      filter: ['leaveWorkspace'],
      rules: ['valid-call'],
      fetch: async (request) => {
        if (request.url.endsWith('/workspaces/create')) made.add(JSON.parse(await request.clone().text()).id)
        const isDeletion = request.url.endsWith('/workspaces/delete')
        return isDeletion && !isRemoving.value ? new Response('no', { status: 500 }) : fetch(request)
      },
    })
  expect(await run()).toMatchObject({ counts: { passed: 1 }, left: [] })
  const token = await logIn(admin.email, admin.password)
  const statusOf = async (id: string) => (await call('GET', `/w/${id}/users/list`, token)).status
  expect(await Promise.all([...made].map(statusOf))).toEqual([404])
  made.clear()
  isRemoving.value = false
  const { left } = await run()
  expect(left).toEqual(
    [...made].map((name) => ({ kind: 'workspace', name, why: expect.stringContaining('status 500') })),
  )
})

test('only the operations that the server has are called, with tokens alone', async () => {
  const server = await threeOperations.start()
  const called = new Set<string | undefined>()
  const report = await runContract({
    baseUrl: server.baseUrl,
    ...(server.accounts && { accounts: server.accounts }),
    implements: threeOperations.implements ?? [],
    fetch: (request) => {
      const path = new URL(request.url).pathname.replace('/api', '')
      for (const id of findRoute(path, everyOperation)?.methods.values() ?? []) called.add(id)
      return globalThis.fetch(request)
    },
  }).finally(() => server.close())
  expect([...called].sort()).toEqual([...(threeOperations.implements ?? [])].sort())
  expect(report.counts.passed).toBeGreaterThan(100)
  expect(report.findings).toMatchObject(threeOperations.findings)
  const others = report.checks.filter(({ operation }) => !threeOperations.implements?.includes(operation))
  expect(new Set(others.map(({ result }) => result))).toEqual(new Set(['not-applicable']))
})

/** All accounts with their roles, the members of the workspaces, and the tokens of the given accounts. */
async function state(tokens: ReadonlyMap<string, string>): Promise<unknown> {
  const token = await logIn(admin.email, admin.password)
  const owned = []
  for (const [email, own] of tokens) {
    owned.push([email, await get('/users/tokens/list', own), await get('/users/list_invites', own)])
  }
  return {
    accounts: await get('/users/list_as_super_admin?per_page=100', token),
    members: [await get('/w/given/users/list', token), await get('/w/elsewhere/users/list', token)],
    owned,
  }
}

/** When a token was last used is no change. */
async function get(path: string, token: string): Promise<unknown> {
  const response = await call('GET', path, token)
  return JSON.parse(await response.text(), (name, value) => (name === 'last_used_at' ? undefined : value))
}

async function post(path: string, token: string, body: object): Promise<string> {
  const response = await call('POST', path, token, JSON.stringify(body))
  const text = await response.text()
  if (!response.ok) throw new Error(`${path}: ${text}`)
  return text
}

function logIn(email: string, secret: string): Promise<string> {
  return post('/auth/login', '', { email, password: secret })
}

function call(method: string, path: string, token: string, body?: string): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    ...(token && { authorization: `Bearer ${token}` }),
  }
  return sandbox.fetch(new Request(baseUrl + path, { method, headers, ...(body && { body }) }))
}

test('a run that can make nothing leaves no manifest', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'contract-given-'))
  const token = await logIn(admin.email, admin.password)
  const report = await runContract({
    ...{ baseUrl, fetch, manifest: folder, implements: ['getCurrentEmail'] },
    accounts: { user: { token } },
  })
  const manifests = readdirSync(folder)
  rmSync(folder, { recursive: true })
  expect(report.counts.passed).toBeGreaterThan(20)
  expect([report.left, manifests]).toEqual([[], []])
})
