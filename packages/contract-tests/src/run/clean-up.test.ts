import { expect, test } from 'vitest'
import { createInstance } from '../../test/instance.ts'
import { admin, baseUrl } from '../../test/sandbox.ts'
import { SetupProblem } from '../errors.ts'
import { randomRunName } from '../fixtures/names.ts'
import { cleanUp } from './clean-up.ts'

type Fault = Parameters<typeof createInstance>[0]

/** An instance with these accounts and workspaces besides the admin. */
function instanceWith(emails: readonly string[], workspaces: readonly string[] = [], fault?: Fault) {
  const instance = createInstance(fault)
  for (const email of emails) instance.accounts.set(email, { password: '', super_admin: false })
  for (const workspace of workspaces) instance.workspaces.add(workspace)
  return instance
}

const run = randomRunName()
const leftovers = [`contract-${run}-1-user@example.com`, `contract-${run}-41-member@example.com`]

test('finds what runs without a manifest left, and touches nothing else', async () => {
  const others = [
    'contract-team@example.com',
    'contractor-1-user@example.com',
    `contract-${run}@example.com`,
    `contract-${run}-1-user@example.org`,
    `my-contract-${run}-1-user@example.com`,
  ]
  const instance = instanceWith([...leftovers, ...others], [`contract-${run}-40`, 'contract-40', 'demo'])
  const report = await cleanUp({ baseUrl, admin, fetch: instance.fetch })
  expect([...instance.accounts.keys()]).toEqual([admin.email, ...others])
  expect([...instance.workspaces]).toEqual(['contract-40', 'demo'])
  expect(report).toEqual({
    removed: [
      { kind: 'workspace', name: `contract-${run}-40` },
      ...leftovers.map((name) => ({ kind: 'account', name })),
    ],
    left: [],
    untouched: [],
    doubts: [],
  })
})

test('does not take a name that a person may have chosen for that of a run, unless it is told so', async () => {
  const email = 'contract-2026-1-legal@example.com'
  const instance = instanceWith([email])
  const { removed, untouched } = await cleanUp({ baseUrl, admin, fetch: instance.fetch })
  expect(removed).toEqual([])
  expect(untouched).toEqual([
    `account ${email} is named like one of a run, but nothing shows that a run made it. If one did: --cleanup 2026`,
  ])
  await cleanUp({ baseUrl, admin, fetch: instance.fetch }, '2026')
  expect([...instance.accounts.keys()]).toEqual([admin.email])
})

test('removes what one run left, where it is named', async () => {
  const other = `contract-${randomRunName()}-1-user@example.com`
  const instance = instanceWith([...leftovers, other])
  await cleanUp({ baseUrl, admin, fetch: instance.fetch }, run)
  expect([...instance.accounts.keys()]).toEqual([admin.email, other])
})

test('reads back what it has removed: success is no proof', async () => {
  const says = (call: string) => (call.startsWith('DELETE') ? new Response('deleted') : undefined)
  const { fetch } = instanceWith(leftovers, [`contract-${run}-40`], says)
  const { removed, left } = await cleanUp({ baseUrl, admin, fetch })
  expect(removed).toEqual([])
  expect(left).toEqual([
    ...leftovers.map((name) => ({
      kind: 'account',
      name,
      why: 'it is still listed; deleteGlobalUser responded with status 200',
    })),
    {
      kind: 'workspace',
      name: `contract-${run}-40`,
      why: 'it still exists: whoami responded with status 200; deleteWorkspace responded with status 200',
    },
  ])
})

test('says that more may be left where a server gives the same page for ever', async () => {
  const { fetch } = instanceWith(leftovers, [], (call) =>
    call.startsWith('GET /users/list_as') ? Response.json([{ email: leftovers[0] }]) : undefined,
  )
  const { doubts } = await cleanUp({ baseUrl, admin, fetch })
  expect(doubts).toEqual(['Further accounts may be left: listUsersAsSuperAdmin gives the same page again.'])
})

test('says that workspaces may be left where a server finds every workspace', async () => {
  const { fetch, workspaces } = instanceWith(leftovers, ['demo'], (call) =>
    call.includes('/whoami') ? new Response('ok') : undefined,
  )
  const { removed, doubts } = await cleanUp({ baseUrl, admin, fetch })
  expect(removed.map(({ name }) => name)).toEqual(leftovers)
  expect(doubts).toEqual([
    `Workspaces of the run ${run} may be left: a workspace that nobody made: whoami responded with status 200.`,
  ])
  expect([...workspaces]).toEqual(['demo'])
})

test.each(['<html></html>', '{"accounts":[]}'])('gives up where accounts are listed as %s', async (list) => {
  const { fetch } = instanceWith([], [], (call) =>
    call.startsWith('GET /users/list_as') ? new Response(list) : undefined,
  )
  await expect(cleanUp({ baseUrl, admin, fetch })).rejects.toThrow(SetupProblem)
})

test.each([
  ['200', () => new Response('looks-like-a-token')],
  ['404', (call: string) => (call === 'POST /auth/login' ? undefined : new Response('no', { status: 404 }))],
])('ends on a server that responds %s to everything', async (_status, fault) => {
  const { fetch } = instanceWith([], [], fault)
  await expect(cleanUp({ baseUrl, admin, fetch }, 'nightly7')).rejects.toThrow('Nothing can be found')
})

test('makes no more calls than it may', async () => {
  const instance = instanceWith(leftovers)
  const bounds = { calls: 5, milliseconds: 60_000 }
  const { left } = await cleanUp({ baseUrl, admin, fetch: instance.fetch, bounds })
  // The last two end the session, and see that it has ended.
  expect(instance.calls).toHaveLength(7)
  expect(left.map(({ why }) => why)).toEqual(
    leftovers.map(() => expect.stringContaining('the clean-up made 5 calls')),
  )
})

test('stops when it is told to, whatever the server is doing', async () => {
  const stop = new AbortController()
  const { fetch } = instanceWith(leftovers, [], (call) => {
    if (!call.startsWith('DELETE')) return undefined
    stop.abort()
    return new Promise<Response>(() => {})
  })
  const { left } = await cleanUp({ baseUrl, admin, fetch, signal: stop.signal, timeout: 600_000 })
  expect(left.map(({ why }) => why)).toEqual(
    leftovers.map(() => expect.stringContaining('the clean-up was stopped')),
  )
})
