import { createSandbox, type Sandbox } from '@windmill-user-api/sandbox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../src/generated/operations.ts'
import { runContract } from '../src/index.ts'
import { admin, baseUrl } from './sandbox.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox({ checkResponses: true })
})

afterAll(() => sandbox.close())

describe('runContract', () => {
  test('finds nothing wrong with a correct server in process, and leaves nothing there', async () => {
    const before = await accounts()
    const report = await runContract({
      baseUrl,
      admin,
      // The other operations have tests of their own, one for each check.
      filter: ['createToken', 'acceptInvite', 'deleteGlobalUser', 'leaveWorkspace'],
      fetch: (request) => sandbox.fetch(request),
    })
    expect(report.findings).toEqual([])
    expect(report.left).toEqual([])
    expect(report.counts).toMatchObject({ failed: 0, known: 0, blocked: 0 })
    expect(report.counts.passed).toBeGreaterThan(100)
    expect(await accounts()).toEqual(before)
  })

  test('reports each check as it ends', async () => {
    const seen: string[] = []
    const report = await runContract({
      baseUrl,
      admin,
      filter: ['getCurrentEmail'],
      rules: ['valid-call', 'credentials-missing', 'credentials-unknown'],
      fetch: (request) => sandbox.fetch(request),
      onCheck: ({ operation, done, total }) => seen.push(`${operation} ${done}/${total}`),
    })
    const total = report.checks.length
    expect(seen).toHaveLength(total)
    expect(seen.at(-1)).toBe(`getCurrentEmail ${total}/${total}`)
  })

  test('fails to log in with no e-mail that another run sends: a server counts failures by e-mail', async () => {
    // What is made up by chance follows the seed, and may be the same text twice: such as an empty one.
    const failed = async (seed: number) => {
      const emails = new Set<string>()
      const fetch = async (request: Request) => {
        const [, email] = /"email":"(.*?)"/.exec(await request.clone().text()) ?? []
        const response = await sandbox.fetch(request)
        if (email !== undefined && request.url.endsWith('/auth/login') && response.status === 400)
          emails.add(email)
        return response
      }
      await runContract({ baseUrl, admin, filter: ['login'], seed, fetch })
      return emails
    }
    const [one, other] = [await failed(1), await failed(2)]
    expect(one.size).toBeGreaterThan(10)
    expect([...one].filter((email) => other.has(email))).toEqual([])
  })

  test('leaves nothing when it is stopped half-way, and reports what was checked until then', async () => {
    const before = await accounts()
    const stop = new AbortController()
    const report = await runContract({
      baseUrl,
      admin,
      fetch: (request) => sandbox.fetch(request),
      signal: stop.signal,
      onCheck: ({ done }) => {
        if (done === 40) stop.abort()
      },
    })
    expect(report).toMatchObject({ stopped: 'The run was stopped.', exitStatus: 2, findings: [] })
    expect(report.counts.passed).toBeGreaterThanOrEqual(40)
    expect(await accounts()).toEqual(before)
  })

  test('ends where a server stops responding, and says what was found and is left', async () => {
    let calls = 0
    const fetch = (request: Request) => {
      calls += 1
      return calls > 30 ? Promise.reject(new TypeError('fetch failed')) : sandbox.fetch(request)
    }
    const report = await runContract({ baseUrl, admin, fetch, run: 'silence' })
    expect(report.exitStatus).toBe(2)
    expect(report.stopped).toMatch(/^The server at .* stopped responding after \d+ checks: it fails/)
    expect(report.left.map(({ name }) => name)).toContainEqual(expect.stringContaining('contract-silence-'))
    expect(report.cleanUpCommand).toContain('--cleanup silence')
  })

  test('reports what failed in passing as a finding of the operation, and checks it all the same', async () => {
    let calls = 0
    const fetch = async (request: Request) => {
      const isFailing = request.url.endsWith('/users/email') && calls++ % 10 === 3
      return isFailing ? new Response('Bad gateway', { status: 502 }) : sandbox.fetch(request)
    }
    const rules = ['valid-call', 'credentials-missing', 'credentials-unknown', 'credentials-order'] as const
    const report = await runContract({ baseUrl, admin, fetch, filter: ['getCurrentEmail'], rules })
    expect(report.exitStatus).toBe(1)
    expect(report.findings).toMatchObject([
      {
        ...{ operations: ['getCurrentEmail'], rule: 'transient', observation: 'status' },
        ...{ expected: 'no failure in passing', actual: '502 in passing', title: 'returns 502 in passing' },
        request: expect.stringContaining('/users/email'),
      },
    ])
    expect(report.counts).toMatchObject({ failed: 0, blocked: 0 })
  })

  test('finds nothing wrong with a correct server in the profile quick, and says what that leaves out', async () => {
    const fetch = (request: Request) => sandbox.fetch(request)
    const report = await runContract({ baseUrl, admin, fetch, profile: 'quick' })
    expect(report).toMatchObject({ exitStatus: 0, findings: [], left: [], counts: { blocked: 0 } })
    const published = Object.values(operations).filter(({ internal }) => !internal)
    expect(new Set(report.checks.map(({ operation }) => operation)).size).toBe(published.length)
    expect(report.counts.passed).toBeGreaterThan(120)
    expect(report.notApplicable.filter(({ reason }) => !reason.startsWith('The profile quick'))).toEqual([])
    expect(report.notApplicable.length).toBeGreaterThan(1_000)
  })

  test('says why it could not check a login that needs a person', async () => {
    const withoutClients = async (request: Request) => {
      const response = await sandbox.fetch(request)
      return request.url.endsWith('/oauth/list_logins') ? Response.json([]) : response
    }
    const report = await runContract({ baseUrl, admin, filter: ['loginWithOauth'], fetch: withoutClients })
    expect(report).toMatchObject({ counts: { failed: 0 }, findings: [] })
    expect(report.notApplicable.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['valid-call', 'body-unknown-member', 'write-stored']),
    )
    expect(report.notApplicable.filter(({ reason }) => reason === '')).toEqual([])
    expect(report.notApplicable[0]?.reason).toContain('listOauthLogins names no client "sandbox"')
  })

  test('says which operations there are when one is asked for that there is not', async () => {
    const run = runContract({
      baseUrl,
      admin,
      filter: ['listuser'],
      fetch: (request) => sandbox.fetch(request),
    })
    await expect(run).rejects.toThrow(/No operation is called "listuser". Did you mean "listUsers"\?/)
  })
})

/** All accounts of the instance, as a super admin sees them. */
async function accounts(): Promise<unknown> {
  const login = await sandbox.fetch(
    new Request(`${baseUrl}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(admin),
    }),
  )
  const headers = { authorization: `Bearer ${await login.text()}` }
  const list = await sandbox.fetch(
    new Request(`${baseUrl}/users/list_as_super_admin?per_page=100`, { headers }),
  )
  return list.json()
}
