import { describe, expect, test } from 'vitest'
import { createCaller } from '../http/caller.ts'
import { createSecrets } from '../report/secrets.ts'
import { replacing } from './change.ts'
import type { OperationFacts, SecurityScheme } from './operation.ts'
import { createScene, expectAsStaged } from './scene.ts'
import type { Cast, Occasion, Setting } from './stage.ts'

const updateUser: OperationFacts = {
  id: 'updateUser',
  method: 'POST',
  path: '/users/{username}',
  requestMediaType: 'application/json',
  statuses: ['200', '401'],
  internal: false,
}

const bearer: SecurityScheme = { kind: 'bearer' }
const cookie: SecurityScheme = { kind: 'apiKey', in: 'cookie', parameter: 'token' }

const world: Cast = {
  secrets: createSecrets(),
  identity: async (actor) => ({ email: `${actor}@example.com`, password: 'x', token: `token-of-${actor}` }),
  seed: 1,
  endedToken: async (how) => `token-${how}`,
}

type AnySetting = Setting<{ path: { username: string }; body: unknown }>

/** A scene whose server writes down what it is sent. */
function sceneWith(setting: Partial<AnySetting> = {}) {
  const sent: { url: string; method: string; body: string; headers: Record<string, string> }[] = []
  const occasions: Occasion<Cast>[] = []
  const fetch = async (request: Request) => {
    const { url, method, headers } = request
    sent.push({ url, method, body: await request.text(), headers: Object.fromEntries(headers) })
    return new Response('done')
  }
  const prepare = async (occasion: Occasion<Cast>): Promise<AnySetting> => {
    occasions.push(occasion)
    return { path: { username: `ada-${occasions.length}` }, body: { is_admin: true }, ...setting }
  }
  const caller = createCaller({ fetch, timeout: 1000 })
  const facts = {
    operation: updateUser,
    actor: 'workspace-admin',
    stage: { prepare },
    scheme: bearer,
  } as const
  return { scene: createScene({ ...facts, world, caller, baseUrl: 'http://localhost/api' }), sent, occasions }
}

describe('perform', () => {
  test('sets the stage anew for each call, for whoever calls', async () => {
    const { scene, sent, occasions } = sceneWith()
    await scene.perform('workspace-admin')
    await scene.perform('super-admin')
    expect(sent.map(({ url }) => url)).toEqual([
      'http://localhost/api/users/ada-1',
      'http://localhost/api/users/ada-2',
    ])
    expect(occasions).toMatchObject([
      { actor: 'workspace-admin', purpose: 'success' },
      { actor: 'super-admin', purpose: 'success' },
    ])
  })

  test('calls as the actor, by the scheme of the contract', async () => {
    const { scene, sent } = sceneWith()
    await scene.perform('super-admin')
    expect(sent[0]?.headers).toMatchObject({ authorization: 'Bearer token-of-super-admin' })
  })

  test('calls as the caller that the stage names', async () => {
    const caller = { email: 'own@example.com', password: 'x', token: 'own-token' }
    const { scene, sent } = sceneWith({ caller })
    await scene.perform('super-admin')
    expect(sent[0]?.headers).toMatchObject({ authorization: 'Bearer own-token' })
  })

  test('brings along what the stage knows of the answer', async () => {
    const seen: string[] = []
    const { scene } = sceneWith({ holds: [({ answer }) => seen.push(answer.text)] })
    expectAsStaged(await scene.perform('workspace-admin'))
    expect(seen).toEqual(['done'])
  })
})

describe('attempt', () => {
  test('sets the stage once for all refusals, until it is discarded', async () => {
    const { scene, occasions } = sceneWith()
    await scene.attempt('workspace-admin')
    await scene.attempt('user')
    expect(occasions).toMatchObject([{ actor: 'workspace-admin', purpose: 'refusal' }])
    scene.discard()
    await scene.attempt('user')
    expect(occasions).toHaveLength(2)
  })

  test('calls as somebody else on the stage of the right one', async () => {
    const caller = { email: 'own@example.com', password: 'x', token: 'own-token' }
    const { scene, sent } = sceneWith({ caller })
    await scene.attempt('user')
    expect(sent[0]?.headers).toMatchObject({ authorization: 'Bearer token-of-user' })
  })

  test.each([
    ['none' as const, {}],
    [{ by: cookie, token: 'own' } as const, { cookie: 'token=token-of-workspace-admin' }],
    [{ by: cookie, token: 'logged-out' } as const, { cookie: 'token=token-logged-out' }],
    [{ by: bearer, token: 'deleted' } as const, { authorization: 'Bearer token-deleted' }],
    [{ by: bearer, token: 'malformed' } as const, { authorization: 'Bearer no-token!' }],
  ])('proves who calls by %j alone', async (credentials, headers) => {
    const { scene, sent } = sceneWith()
    await scene.attempt('workspace-admin', { credentials })
    const { authorization, cookie: cookies } = sent[0]?.headers ?? {}
    expect({ ...(authorization && { authorization }), ...(cookies && { cookie: cookies }) }).toEqual(headers)
  })

  test('departs from the prepared call in one thing, and keeps the others', async () => {
    const { scene, sent } = sceneWith()
    await scene.attempt('workspace-admin', { body: replacing('is_admin', 'true') })
    await scene.attempt('workspace-admin', { path: { username: 'nobody' } })
    await scene.attempt('workspace-admin', { query: { page: '0' } })
    await scene.attempt('workspace-admin', { method: 'PUT' })
    await scene.attempt('workspace-admin', { raw: { contentType: 'application/json', text: '{"' } })
    await scene.attempt('workspace-admin', { contentType: 'text/plain' })
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
