import { afterAll, beforeAll, beforeEach } from 'vitest'
import { exampleWorld, type Sandbox, type SandboxOptions, type SeedWorld } from '../src/index.ts'
import { createSandbox } from './create-sandbox.ts'
import type { BodyOf, Line } from './line.ts'

/** Tokens of the people of the example world. */
export const admin = 'AdminTokenAdminTokenAdminToken01'
export const grace = 'GraceTokenGraceTokenGraceToken01'
export const ada = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'
export const katherine = 'KatherineTokenKatherineToken0001'

/** The example world in which everybody has a token already. */
export const worldWithTokens: SeedWorld = {
  ...exampleWorld,
  tokens: [
    ...exampleWorld.tokens,
    { token: admin, email: 'admin@windmill.dev' },
    { token: grace, email: 'grace@example.com' },
    { token: katherine, email: 'katherine@example.com' },
  ],
}

export interface CallOptions<Body = unknown> {
  /** A bearer token. */
  readonly as?: string
  /** Sent as JSON. */
  readonly body?: Body
  readonly headers?: Readonly<Record<string, string>>
}

export interface Reply {
  readonly status: number
  /** JSON decoded, anything else as text. */
  readonly body: unknown
  readonly headers: Headers
}

export const start = new Date('2026-11-10T12:00:00.000Z')

/** A sandbox for the tests of a file, as new before each of them. Every answer is held to the document. */
export function useSandbox(options: SandboxOptions = {}) {
  let sandbox: Sandbox
  let now = start
  beforeAll(async () => {
    sandbox = await createSandbox({
      seed: worldWithTokens,
      checkResponses: true,
      clock: () => now,
      ...options,
    })
  })
  beforeEach(async () => {
    now = start
    await sandbox.reset()
  })
  afterAll(() => sandbox.close())

  const fetch = (request: Request): Promise<Response> => sandbox.fetch(request)
  return {
    fetch,
    /** Calls an operation: `call('GET /users/whoami', { as: ada })`. */
    call: <Given extends Line>(line: Given, call: CallOptions<BodyOf<Given>> = {}) => send(fetch, line, call),
    /** The same with what the document does not have: another path or method, or a body that breaks its schema. */
    callAnyhow: (line: string, call: CallOptions = {}) => send(fetch, line, call),
    /** Lets time pass. */
    passMinutes: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
    passMilliseconds: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds)
    },
  }
}

/** Calls an operation of any server. */
export async function send(
  fetch: (request: Request) => Promise<Response>,
  line: string,
  { as, body, headers = {} }: CallOptions,
): Promise<Reply> {
  const [method = 'GET', path = '/'] = line.split(' ')
  const response = await fetch(
    new Request(`http://localhost:8000/api${path}`, {
      method,
      headers: {
        ...(as !== undefined && { Authorization: `Bearer ${as}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  )
  const text = await response.text()
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json')
  return {
    status: response.status,
    body: isJson && text !== '' ? JSON.parse(text) : text,
    headers: response.headers,
  }
}
