import { afterEach, describe, expect, test } from 'vitest'
import type { OperationDescription, SecurityScheme } from '../document/operation.ts'
import { type Observation, type ObservedExchange, Stopped } from '../expect/observation.ts'
import { createPace } from '../expect/pace.ts'
import { createSecrets } from '../http/secrets.ts'
import { createTransport } from '../http/transport.ts'
import { createCalls, expectAsPrepared } from './calls.ts'
import { replacing } from './change.ts'
import type { Accounts, End, FollowUp, Occasion, Setting } from './setup.ts'

const updateUser: OperationDescription = {
  id: 'updateUser',
  method: 'POST',
  path: '/users/{username}',
  requestMediaType: 'application/json',
  statuses: ['200', '401'],
  idempotent: false,
  internal: false,
}

const bearer: SecurityScheme = { kind: 'bearer' }
const cookie: SecurityScheme = { kind: 'apiKey', in: 'cookie', parameter: 'token' }

interface Fixtures extends Accounts<Fixtures> {}

/** What the operation under test has asked to be called with when something ends. */
let followUp: FollowUp | undefined
/** The response of the call that followed, if there was one. */
let atOnce: ObservedExchange | undefined
/** What ended before the call of a check. */
const ends: End[] = []

const secrets = createSecrets()
secrets.add('analytical-engine')

const fixtures: Fixtures = {
  observedBy: () => fixtures,
  secrets,
  identity: async (caller) => ({
    email: `${caller}@example.com`,
    password: 'x',
    token: `token-of-${caller}`,
  }),
  seed: 1,
  endedToken: async (how) => `token-${how}`,
  followEnds: (_operation, added) => {
    followUp = added
  },
  followUp: (end) => {
    ends.push(end)
    return atOnce
  },
}

afterEach(() => {
  followUp = undefined
  atOnce = undefined
  ends.length = 0
})

type AnySetting = Setting<{ path: { username: string; workspace?: string }; body: unknown }>

/** The calls of one check, at a server that writes down what it is sent. */
function callsWith(setting: Partial<AnySetting> = {}, respond = () => new Response('done')) {
  const sent: { url: string; method: string; body: string; headers: Record<string, string> }[] = []
  const occasions: Occasion<Fixtures>[] = []
  const fetch = async (request: Request) => {
    const { url, method, headers } = request
    sent.push({ url, method, body: await request.text(), headers: Object.fromEntries(headers) })
    return respond()
  }
  const prepare = async (occasion: Occasion<Fixtures>): Promise<AnySetting> => {
    occasions.push(occasion)
    return { path: { username: `ada-${occasions.length}` }, body: { is_admin: true }, ...setting }
  }
  const transport = createTransport({ fetch, timeout: 1000 })
  const operationCalls = createCalls({
    operation: updateUser,
    caller: 'workspace-admin',
    setup: { prepare },
    scheme: bearer,
    pace: createPace(),
    fixtures,
    transport,
    baseUrl: 'http://localhost/api',
  })
  const observations: Observation[] = []
  return {
    operationCalls,
    calls: operationCalls.observedBy((observation) => observations.push(observation)),
    observations,
    sent,
    occasions,
  }
}

describe('perform', () => {
  test('sets the setup anew for each call, for whoever calls', async () => {
    const { calls, sent, occasions } = callsWith()
    await calls.perform('workspace-admin')
    await calls.perform('super-admin')
    expect(sent.map(({ url }) => url)).toEqual([
      'http://localhost/api/users/ada-1',
      'http://localhost/api/users/ada-2',
    ])
    expect(occasions).toMatchObject([
      { caller: 'workspace-admin', purpose: 'success' },
      { caller: 'super-admin', purpose: 'success' },
    ])
  })

  test('calls as the caller, by the scheme of the contract', async () => {
    const { calls, sent } = callsWith()
    await calls.perform('super-admin')
    expect(sent[0]?.headers).toMatchObject({ authorization: 'Bearer token-of-super-admin' })
  })

  test('calls as the account that the setup names', async () => {
    const as = { email: 'own@example.com', password: 'x', token: 'own-token' }
    const { calls, sent } = callsWith({ as })
    await calls.perform('super-admin')
    expect(sent[0]?.headers).toMatchObject({ authorization: 'Bearer own-token' })
  })

  test('brings along what the setup knows of the response', async () => {
    const seen: string[] = []
    const { calls } = callsWith({ holds: [({ response }) => void seen.push(response.text)] })
    expectAsPrepared(await calls.perform('workspace-admin'))
    expect(seen).toEqual(['done'])
  })
})

describe('attempt', () => {
  test('sets the setup once for all refusals, until it is discarded', async () => {
    const { operationCalls, calls, occasions } = callsWith()
    await calls.attempt('workspace-admin')
    await operationCalls.observedBy(() => {}).attempt('user')
    expect(occasions).toMatchObject([{ caller: 'workspace-admin', purpose: 'refusal' }])
    operationCalls.discard()
    await calls.attempt('user')
    expect(occasions).toHaveLength(2)
  })

  test('calls as somebody else on the setup of the right one', async () => {
    const as = { email: 'own@example.com', password: 'x', token: 'own-token' }
    const { calls, sent } = callsWith({ as })
    await calls.attempt('user')
    expect(sent[0]?.headers).toMatchObject({ authorization: 'Bearer token-of-user' })
  })

  test.each([
    ['none' as const, {}],
    [{ by: cookie, token: 'own' } as const, { cookie: 'token=token-of-workspace-admin' }],
    [{ by: cookie, token: 'logged-out' } as const, { cookie: 'token=token-logged-out' }],
    [{ by: bearer, token: 'deleted' } as const, { authorization: 'Bearer token-deleted' }],
    [{ by: bearer, token: 'malformed' } as const, { authorization: 'Bearer no-token!' }],
  ])('proves who calls by %j alone', async (credentials, headers) => {
    const { calls, sent } = callsWith()
    await calls.attempt('workspace-admin', { credentials })
    const { authorization, cookie: cookies } = sent[0]?.headers ?? {}
    expect({ ...(authorization && { authorization }), ...(cookies && { cookie: cookies }) }).toEqual(headers)
  })

  test('departs from the prepared call in one thing, and keeps the others', async () => {
    const { calls, sent } = callsWith()
    await calls.attempt('workspace-admin', { body: replacing('is_admin', 'true') })
    await calls.attempt('workspace-admin', { path: { username: 'nobody' } })
    await calls.attempt('workspace-admin', { query: { page: '0' } })
    await calls.attempt('workspace-admin', { method: 'PUT' })
    await calls.attempt('workspace-admin', { raw: { contentType: 'application/json', text: '{"' } })
    await calls.attempt('workspace-admin', { contentType: 'text/plain' })
    expect(
      sent.map(({ method, url, body, headers }) => [method, url, body, headers['content-type']]),
    ).toEqual([
      ['POST', 'http://localhost/api/users/ada-1', '{"is_admin":"true"}', 'application/json'],
      ['POST', 'http://localhost/api/users/nobody', '{"is_admin":true}', 'application/json'],
      ['POST', 'http://localhost/api/users/ada-1?page=0', '{"is_admin":true}', 'application/json'],
      ['PUT', 'http://localhost/api/users/ada-1', '{"is_admin":true}', 'application/json'],
      ['POST', 'http://localhost/api/users/ada-1', '{"', 'application/json'],
      ['POST', 'http://localhost/api/users/ada-1', '{"is_admin":true}', 'text/plain'],
    ])
  })
})

describe('attemptAfterEnd', () => {
  const deleted = { credentials: { by: bearer, token: 'deleted' } } as const

  test('gives the response of now and the one right after the end', async () => {
    const { calls } = callsWith()
    atOnce = await calls.attempt('user')
    const exchanges = await calls.attemptAfterEnd('workspace-admin', deleted)
    expect(exchanges).toHaveLength(2)
    expect(exchanges[1]?.request).toBe(atOnce.request)
    expect(ends).toEqual([{ token: 'deleted' }])
  })

  test('gives the response of now alone where no call was made then, or by another scheme', async () => {
    const { calls } = callsWith()
    expect(await calls.attemptAfterEnd('workspace-admin', deleted)).toHaveLength(1)
    atOnce = await calls.attempt('user')
    const byCookie = { credentials: { by: cookie, token: 'deleted' } } as const
    expect(await calls.attemptAfterEnd('workspace-admin', byCookie)).toHaveLength(1)
  })

  test('looks for the role that a caller has lost, in the workspace of the call', async () => {
    const { calls } = callsWith({ path: { username: 'ada', workspace: 'analytics' } })
    await calls.attemptAfterEnd('former-admin')
    expect(ends).toEqual([{ caller: 'former-admin', workspace: 'analytics' }])
  })

  test('calls with a token that has ended as refusals are called, and prepares anew if it is let in', async () => {
    const { calls, sent, occasions } = callsWith()
    const call = await followUp?.prepare()
    await call?.send('ended-token')
    expect(sent).toMatchObject([
      { url: 'http://localhost/api/users/ada-1', headers: { authorization: 'Bearer ended-token' } },
    ])
    await calls.attempt('user')
    expect(occasions).toHaveLength(2)
  })
})

describe('observedBy', () => {
  test('lets the check hear of a call to which no response comes, and ends it', async () => {
    const { calls, observations } = callsWith({}, () => {
      throw new TypeError('fetch failed')
    })
    await expect(calls.perform('workspace-admin')).rejects.toThrow(Stopped)
    expect(observations).toMatchObject([
      { operation: 'updateUser', observation: 'connection', expected: 'a response', exchange: undefined },
    ])
  })

  test('lets the check hear of a refusal that repeats a secret', async () => {
    const { calls, observations } = callsWith(
      {},
      () => new Response('Bad request: analytical-engine', { status: 400 }),
    )
    await calls.attempt('workspace-admin')
    expect(observations).toMatchObject([{ rule: 'no-secrets', observation: 'body of an error' }])
  })

  test('lets somebody else hear of what differs in the same calls', async () => {
    const { calls, observations } = callsWith({}, () => {
      throw new TypeError('fetch failed')
    })
    const others: Observation[] = []
    const other = calls.observedBy((observation) => others.push(observation))
    await expect(other.attempt('user')).rejects.toThrow(Stopped)
    expect(others).toMatchObject([{ operation: 'updateUser', observation: 'connection' }])
    expect(observations).toEqual([])
  })
})
