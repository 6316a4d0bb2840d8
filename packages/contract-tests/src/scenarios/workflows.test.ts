import { expect, test } from 'vitest'
import type { Observation } from '../expect/observation.ts'
import { createApi } from '../fixtures/api.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { createManifest } from '../fixtures/manifest.ts'
import { createNames } from '../fixtures/names.ts'
import { createSecrets } from '../http/secrets.ts'
import { createTransport } from '../http/transport.ts'
import { workflowsOf } from './workflows.ts'

const owner = { email: 'ada@example.com', password: 'analytical-engine', token: 'unused' }

interface StoredToken {
  readonly token: string
  readonly label: string
  readonly created_at: string
}

/** A server of sessions and tokens that stores times as it likes, and lists the older one of two with equal times first. */
function createServer(timeOf: (now: Date) => string) {
  const tokens: StoredToken[] = []
  let now = Date.parse('2026-11-23T12:00:00.100Z')
  let logins = 0
  const create = (label: string) => {
    const token = `${String(tokens.length).padStart(10, '0')}${'x'.repeat(22)}`
    tokens.push({ token, label, created_at: timeOf(new Date(now)) })
    return token
  }
  const listed = () =>
    [...tokens]
      .sort((one, other) => other.created_at.localeCompare(one.created_at))
      .map(({ token, ...shown }) => ({ ...shown, token_prefix: token.slice(0, 10) }))
  const handlers: Readonly<Record<string, (request: Request) => Promise<Response> | Response>> = {
    login() {
      logins += 1
      return new Response(create('session'))
    },
    create: async (request) =>
      new Response(create(String(Object(await request.json()).label)), { status: 201 }),
    list: () => Response.json(listed()),
    logout: () => new Response('logged out'),
  }
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    const [, prefix] = /delete\/(\w+)$/.exec(pathname) ?? []
    const token = request.headers.get('authorization')?.slice('Bearer '.length)
    if (prefix !== undefined) {
      tokens.splice(0, tokens.length, ...tokens.filter(({ token: own }) => !own.startsWith(prefix)))
      return new Response('deleted')
    }
    if (!pathname.endsWith('/email'))
      return (handlers[pathname.split('/').at(-1) ?? ''] ?? (() => new Response('', { status: 404 })))(
        request,
      )
    const isKnown = tokens.some((known) => known.token === token)
    return isKnown ? new Response(owner.email) : new Response('Unauthorized', { status: 401 })
  }
  const wait = async (milliseconds: number) => {
    now += milliseconds
  }
  return { fetch, wait, logins: () => logins }
}

/** Plays the workflow of tokens by the clock of a server, and gives what differs. */
async function play({ fetch, wait }: ReturnType<typeof createServer>): Promise<readonly Observation[]> {
  const observations: Observation[] = []
  const transport = createTransport({ fetch, timeout: 60_000 })
  const observe = (observation: Observation) => void observations.push(observation)
  const fixtures: Partial<Fixtures> = {
    api: createApi({ transport, baseUrl: 'http://localhost/api', observe }),
    names: createNames('test'),
    manifest: createManifest(),
    secrets: createSecrets(),
    admin: owner,
    makeAccount: async () => owner,
  }
  const [workflow] = workflowsOf('deleteToken', wait)
  await workflow?.run(fixtures as Fixtures).catch(() => undefined) // all that a workflow needs
  return observations
}

test('plays a workflow once on a server that stores milliseconds', async () => {
  const server = createServer((now) => now.toISOString())
  expect(await play(server)).toEqual([])
  expect(server.logins()).toBe(1)
})

test('waits between writes, and plays it again, where the times of two things are equal', async () => {
  const server = createServer((now) => now.toISOString().replace(/\.\d+/, ''))
  expect(await play(server)).toEqual([])
  expect(server.logins()).toBe(2)
})

test('records a list that is not in order although the times differ', async () => {
  const server = createServer((now) => new Date(-now.getTime()).toISOString())
  expect(await play(server)).toMatchObject([
    { rule: 'workflow', observation: '$response.body#/0/label at the step findToken' },
  ])
})
