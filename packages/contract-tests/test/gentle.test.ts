import { createSandbox, type Sandbox } from '@windmill-user-api/sandbox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cleanUp, runContract } from '../src/index.ts'
import { admin, baseUrl } from './sandbox.ts'

let sandbox: Sandbox
const fetch = (request: Request) => sandbox.fetch(request)

beforeAll(async () => {
  sandbox = await createSandbox({ checkResponses: true })
})

afterAll(() => sandbox.close())

describe('the profile read-only', () => {
  test('changes nothing but sessions, and gives the reason of all that it does not check', async () => {
    const before = await state()
    const sent: string[] = []
    const report = await runContract({
      baseUrl,
      admin,
      profile: 'read-only',
      workspace: 'demo',
      fetch: (request) => {
        sent.push(`${request.method} ${new URL(request.url).pathname}`)
        return sandbox.fetch(request)
      },
    })
    expect(report.findings).toEqual([])
    expect(report.counts.passed).toBeGreaterThan(100)
    expect(report.notApplicable.every(({ reason }) => reason !== '')).toBe(true)
    const writes = new Set(sent.filter((call) => !/^(GET|HEAD|OPTIONS) /.test(call)))
    expect([...writes].sort()).toEqual(['POST /api/auth/login', 'POST /api/users/logout'])
    expect(await state()).toEqual(before)
  })
})

describe('bail', () => {
  test('ends the run at the first difference, and says of the rest that it did not run', async () => {
    const report = await runContract({
      baseUrl,
      admin,
      bail: true,
      concurrency: 1,
      filter: ['getCurrentEmail', 'globalWhoami'],
      fetch: async (request) => {
        const response = await sandbox.fetch(request)
        return request.url.endsWith('/users/email') ? new Response('wrong', { status: 200 }) : response
      },
    })
    expect(report.counts.failed).toBe(1)
    expect(report.notApplicable.length).toBeGreaterThan(10)
    expect(report.notApplicable.find(({ operation }) => operation === 'globalWhoami')).toMatchObject({
      operation: 'globalWhoami',
      reason: 'The run ended at the first difference, as --bail asks.',
    })
  })
})

describe('deviations', () => {
  const filter = ['getCurrentEmail']
  // others wait for a token to expire
  const rules = ['valid-call', 'credentials-missing', 'credentials-unknown'] as const
  const open = async (request: Request) => {
    const response = await sandbox.fetch(request)
    return response.status === 401 && request.url.endsWith('/users/email')
      ? new Response('ada@example.com', { headers: { 'content-type': 'text/plain' } })
      : response
  }

  test('accepted differences do not fail a run, and any others do', async () => {
    const first = await runContract({ baseUrl, admin, filter, rules, fetch: open })
    expect(first.exitStatus).toBe(1)
    const known = first.findings.map(({ operations, rule, observation, expected, actual }) => {
      return { operations, rule, observation, expected, actual, reason: 'Known.' }
    })
    const deviations = { deviations: known }
    const second = await runContract({ baseUrl, admin, filter, rules, fetch: open, deviations })
    expect(second).toMatchObject({ exitStatus: 0, counts: { failed: 0 }, stale: [] })
    expect(second.findings.map(({ status, reason }) => ({ status, reason }))).toContainEqual({
      status: 'known',
      reason: 'Known.',
    })
    const [entry, ...others] = known
    if (!entry) throw new Error('The server differs.')
    for (const changed of [others, [{ ...entry, actual: '204' }, ...others]]) {
      const report = await runContract({
        baseUrl,
        admin,
        filter,
        rules,
        fetch: open,
        deviations: { deviations: changed },
      })
      expect(report.exitStatus).toBe(1)
    }
  })

  test('a deviation that no longer occurs fails the run', async () => {
    const entry = {
      operations: ['getCurrentEmail'],
      rule: 'credentials-missing',
      observation: 'status',
      expected: '401',
      actual: '200',
      reason: 'Old.',
    } as const
    const deviations = { deviations: [entry] }
    const report = await runContract({ baseUrl, admin, filter, rules, fetch, deviations })
    expect(report).toMatchObject({ exitStatus: 1, findings: [], stale: [{ problem: 'no-longer-occurs' }] })
  })
})

describe('cleanUp', () => {
  test('removes what a killed run left, and nothing else', async () => {
    const before = await state()
    await leave('killed1')
    await leave('killed2')
    expect(await state()).not.toEqual(before)
    const one = await cleanUp({ baseUrl, admin, fetch }, 'killed1')
    expect(one.removed.every(({ name }) => name.startsWith('contract-killed1-'))).toBe(true)
    expect(one.removed.some(({ kind }) => kind === 'workspace')).toBe(true)
    const rest = await cleanUp({ baseUrl, admin, fetch }, 'killed2')
    expect(rest.left).toEqual([])
    expect(rest.removed.some(({ name }) => name.startsWith('contract-killed2-'))).toBe(true)
    expect(await state()).toEqual(before)
    expect(await cleanUp({ baseUrl, admin, fetch })).toEqual({
      removed: [],
      left: [],
      untouched: [],
      doubts: [],
    })
  })
})

describe('two runs at once', () => {
  test('do not disturb each other', async () => {
    const before = await state()
    const filter = ['createToken', 'acceptInvite', 'deleteUser', 'listUsersAsSuperAdmin']
    const reports = await Promise.all(
      ['one', 'two'].map((run) => runContract({ baseUrl, admin, fetch, run, filter })),
    )
    for (const report of reports) expect(report).toMatchObject({ findings: [], left: [] })
    expect(await state()).toEqual(before)
  }, 120_000)
})

/** A run that is killed cannot remove anything: here its removals are not let through. */
async function leave(run: string): Promise<void> {
  const report = await runContract({
    baseUrl,
    admin,
    run,
    filter: ['listUsers'],
    rules: ['valid-call', 'role-refused'],
    fetch: async (request) =>
      request.method === 'DELETE'
        ? new Response('Internal: killed', { status: 500 })
        : sandbox.fetch(request),
  })
  expect(report.left.length).toBeGreaterThan(1)
}

/** All accounts, the members of a workspace, and the tokens of the super admin but sessions. */
async function state(): Promise<unknown> {
  const login = await call('POST', '/auth/login', '', JSON.stringify(admin))
  const token = await login.text()
  const read = async (path: string) => JSON.parse(await (await call('GET', path, token)).text())
  const tokens: { label: string }[] = await read('/users/tokens/list')
  return {
    accounts: await read('/users/list_as_super_admin?per_page=100'),
    members: await read('/w/demo/users/list'),
    tokens: tokens.filter(({ label }) => label !== 'session'),
  }
}

function call(method: string, path: string, token: string, body?: string): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return sandbox.fetch(new Request(baseUrl + path, { method, headers, ...(body && { body }) }))
}
