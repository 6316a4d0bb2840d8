import { createSandbox, type Sandbox } from '@windmill-user-api/sandbox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runContract, SetupProblem } from '../src/index.ts'
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
    expect(report.violations).toEqual([])
    expect(report.notExercised).toEqual([])
    expect(report.left).toEqual([])
    expect(report.passed).toBeGreaterThan(100)
    expect(await accounts()).toEqual(before)
  })

  test('tells of each check as it ends', async () => {
    const seen: string[] = []
    const report = await runContract({
      baseUrl,
      admin,
      filter: ['getCurrentEmail'],
      fetch: (request) => sandbox.fetch(request),
      onCheck: ({ operation, done, total }) => seen.push(`${operation} ${done}/${total}`),
    })
    expect(seen).toHaveLength(report.passed)
    expect(seen.at(-1)).toBe(`getCurrentEmail ${report.passed}/${report.passed}`)
  })

  test('leaves nothing when it is stopped half-way', async () => {
    const before = await accounts()
    const stop = new AbortController()
    const run = runContract({
      baseUrl,
      admin,
      fetch: (request) => sandbox.fetch(request),
      signal: stop.signal,
      onCheck: ({ done }) => {
        if (done === 40) stop.abort()
      },
    })
    await expect(run).rejects.toThrow(SetupProblem)
    expect(await accounts()).toEqual(before)
  })

  test('gives up on a server that has stopped responding, and blames it for nothing', async () => {
    let calls = 0
    const fetch = (request: Request) => {
      calls += 1
      return calls > 30 ? Promise.reject(new TypeError('fetch failed')) : sandbox.fetch(request)
    }
    const run = runContract({ baseUrl, admin, fetch, run: 'silence' })
    await expect(run).rejects.toThrow(
      /has stopped responding: .*\nleft on the server: \d+\n(.*\n)* {2}account contract-silence-\d+-user@example.com: /,
    )
  })

  test('says why it could not exercise a login that needs a person', async () => {
    const withoutClients = async (request: Request) => {
      const response = await sandbox.fetch(request)
      return request.url.endsWith('/oauth/list_logins') ? Response.json([]) : response
    }
    const report = await runContract({ baseUrl, admin, filter: ['loginWithOauth'], fetch: withoutClients })
    expect(report).toMatchObject({ failed: 0, violations: [] })
    expect(report.notExercised.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['valid-call', 'body-unknown-member', 'write-stored']),
    )
    expect(report.notExercised.filter(({ reason }) => reason === '')).toEqual([])
    expect(report.notExercised[0]?.reason).toContain('listOauthLogins names no client "sandbox"')
  })

  test('says which operations there are when one is asked for that there is not', async () => {
    const run = runContract({
      baseUrl,
      admin,
      filter: ['listuser'],
      fetch: (request) => sandbox.fetch(request),
    })
    await expect(run).rejects.toThrow(/No operation is called "listuser". Expected one of login, .*listUsers/)
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
