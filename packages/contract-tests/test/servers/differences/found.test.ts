import { afterEach, describe, expect, test } from 'vitest'
import type { Rule } from '../../../src/document/rule.ts'
import { runContract } from '../../../src/run/run-contract.ts'
import { createServer, type ServerOptions } from '../independent/create-server.ts'
import type { Policy } from '../independent/policy.ts'
import type { Caller, Member } from '../independent/state.ts'
import type { RunningServer } from '../zoo-server.ts'
import { createCache } from './cache.ts'

let running: RunningServer | undefined

afterEach(async () => {
  await running?.close()
  running = undefined
})

/** What a run of the checks of one operation and one rule finds, as `operation rule`. */
async function find(
  server: ServerOptions,
  operation: string | readonly string[],
  rule: Rule,
): Promise<readonly string[]> {
  running = await createServer(server)
  const { baseUrl, admin } = running
  const report = await runContract({
    ...{ baseUrl, admin, manifest: false, filter: [operation].flat(), rules: ['valid-call', rule] },
  })
  return report.findings.flatMap((found) => found.operations.map((name) => `${name} ${found.rule}`))
}

interface Hole {
  readonly name: string
  readonly operation: string
  /** The rule of the checks that show it. */
  readonly rule: Rule
  /** Where another operation is to blame, or another rule is broken. */
  readonly found?: string
}

const holes: readonly Hole[] = [
  { name: 'members-capped', operation: 'listUsers', rule: 'write-stored' },
  { name: 'tokens-capped', operation: 'listTokens', rule: 'write-stored' },
  { name: 'name-normalized', operation: 'createUserGlobally', rule: 'text-odd' },
  { name: 'label-trimmed', operation: 'createToken', rule: 'text-odd' },
  { name: 'page-in-32-bits', operation: 'listUsersAsSuperAdmin', rule: 'paging' },
  { name: 'plus-is-space', operation: 'globalUserUpdate', rule: 'path-encoding' },
  { name: 'invite-role-from-body', operation: 'acceptInvite', rule: 'body-unknown-member' },
  {
    name: 'password-cut-at-72',
    operation: 'createUserGlobally',
    rule: 'write-stored',
    found: 'login login-refused',
  },
  {
    name: 'password-cut-at-72',
    operation: 'setPassword',
    rule: 'write-stored',
    found: 'login login-refused',
  },
]

describe('a difference is found where it is, and nothing where there is none', () => {
  for (const { name, operation, rule, found = `${operation} ${rule}` } of holes)
    test(`${name}, by the checks of ${operation}`, async () => {
      expect(await find({ differences: [name] }, operation, rule)).toEqual([found])
      await running?.close()
      expect(await find({}, operation, rule)).toEqual([])
    })
})

test('a broken read is found once, and blamed on no write that it reads back', async () => {
  const written = ['createUserGlobally', 'globalUserUpdate', 'globalWhoami']
  expect(await find({ differences: ['verified-number'] }, written, 'write-stored')).toEqual([
    'globalWhoami valid-call',
  ])
})

function caching(operation: string): Partial<Policy> {
  const members = createCache<Member>()
  return {
    member: (called, workspace, email, look) =>
      called === operation ? members.read(`${workspace} ${email}`, look) : look(),
  }
}

function cachingTokens(operation: string): Partial<Policy> {
  const callers = createCache<Caller>()
  return {
    caller: (called, secret, look) => (called === operation ? callers.read(secret, look) : look()),
  }
}

describe('a fault of one operation is found there', () => {
  test.each([
    ['a role that it remembers by itself', 'listUsernames', 'role-refused', caching('listUsernames')],
    ['an admin that it remembers by itself', 'updateUser', 'role-refused', caching('updateUser')],
    ['a token that it remembers by itself', 'listTokens', 'credentials-revoked', cachingTokens('listTokens')],
    [
      'an encoded slash that it takes for a separator',
      'whois',
      'path-odd',
      { encodedValue: (_operation, value) => value.replace(/^%2F/i, '') },
    ],
  ] satisfies readonly (readonly [string, string, Rule, Partial<Policy>])[])(
    '%s',
    async (_what, operation, rule, policy) => {
      expect(await find({ changes: [{ policy: () => policy }] }, operation, rule)).toEqual([
        `${operation} ${rule}`,
      ])
    },
  )
})

/** Sends a body in which one property has become the one of another name: so a server behaves that takes it over. */
function takingOver(path: string, from: string, to: string): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    if (request.method !== 'POST' || !request.url.includes(path)) return fetch(request)
    const { method, headers, signal } = request
    const body = takeOver(await request.text(), from, to)
    return fetch(request.url, { method, headers, signal, body })
  }
}

function takeOver(body: string, from: string, to: string): string {
  try {
    const sent: unknown = JSON.parse(body)
    const value: unknown = Object(sent)[from]
    return value === undefined ? body : JSON.stringify({ ...Object(sent), [to]: value })
  } catch {
    return body
  }
}

test.each([
  ['createUser', '/users/add', 'is_super_admin', 'is_admin'],
  ['updateUser', '/users/update/', 'super_admin', 'is_admin'],
  ['globalUserUpdate', '/users/update/', 'super_admin', 'is_super_admin'],
  ['createUserGlobally', '/users/create', 'is_super_admin', 'super_admin'],
  ['setPassword', '/users/setpassword', 'username', 'password'],
])('%s is found to take over a property', async (operation, path, from, to) => {
  running = await createServer()
  const { baseUrl, admin } = running
  const report = await runContract({
    ...{ baseUrl, admin, manifest: false, filter: [operation], rules: ['body-unknown-member'] },
    fetch: takingOver(path, from, to),
  })
  expect(report.findings.map(({ rule, operations }) => [rule, operations])).toContainEqual([
    'body-unknown-member',
    [operation],
  ])
})
