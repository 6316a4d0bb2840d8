import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { serve } from '@windmill-user-api/sandbox/node'

/** Those of the example world who have a token here. */
export const tokens = {
  admin: 'AdminTokenAdminTokenAdminToken01',
  grace: 'GraceTokenGraceTokenGraceToken01',
  ada: 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX',
  katherine: 'KatherineTokenKatherineToken0001',
} as const

export type Person = keyof typeof tokens

/** What the provider hands to the browser that it sends back. */
interface ComingBack {
  readonly cookie: string
  readonly code: string
  readonly state: string
}

/** A sandbox on a port, for clients that somebody else wrote. */
export interface Scene extends AsyncDisposable {
  /** Such as `http://localhost:38211`. */
  readonly origin: string
  /** What was asked for since the last reset: an operation, or `GET /api/version` where none is there. */
  readonly operations: string[]
  /** The example world again, in which everybody has a token. */
  reset(): Promise<void>
  /** Sends `GET /users/email` without any client. */
  send(line: string, as: Person): Promise<{ readonly status: number; readonly body: unknown }>
  /** Logs in at the built-in provider, once until the next reset. */
  comeBackFromProvider(): Promise<ComingBack>
}

/** Serves a sandbox that holds each of its responses to the document. */
export async function setScene(): Promise<Scene> {
  const operations: string[] = []
  const sandbox = await createSandbox({
    seed: {
      ...exampleWorld,
      tokens: [
        ...exampleWorld.tokens,
        { token: tokens.admin, email: 'admin@windmill.dev' },
        { token: tokens.grace, email: 'grace@example.com' },
        { token: tokens.katherine, email: 'katherine@example.com' },
      ],
    },
    checkResponses: true,
    log: ({ operation, method, path }) => operations.push(operation ?? `${method} ${path}`),
  })
  const server = await serve(sandbox)
  let comingBack: Promise<ComingBack> | undefined
  return {
    origin: server.url,
    operations,
    async reset() {
      comingBack = undefined
      await sandbox.reset()
      operations.length = 0
    },
    async send(line, as) {
      const [method = 'GET', path = ''] = line.split(' ')
      const headers = { Authorization: `Bearer ${tokens[as]}` }
      const response = await fetch(`${server.url}/api${path}`, { method, headers })
      const isJson = response.headers.get('Content-Type')?.startsWith('application/json')
      return { status: response.status, body: isJson ? await response.json() : await response.text() }
    },
    comeBackFromProvider() {
      comingBack ??= logInAtProvider(sandbox.fetch)
      return comingBack
    },
    async [Symbol.asyncDispose]() {
      await server.close()
      await sandbox.close()
    },
  }
}

async function logInAtProvider(fetchSandbox: (request: Request) => Promise<Response>): Promise<ComingBack> {
  const started = await fetchSandbox(new Request('http://localhost:8000/api/oauth/login/sandbox'))
  const login = `${started.headers.get('Location')}&login_hint=margaret%40example.com`
  const ended = await fetchSandbox(new Request(login))
  const { searchParams } = new URL(ended.headers.get('Location') ?? '')
  const [cookie = ''] = (started.headers.get('Set-Cookie') ?? '').split(';')
  return { cookie, code: searchParams.get('code') ?? '', state: searchParams.get('state') ?? '' }
}
