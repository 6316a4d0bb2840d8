import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { type Auth, byPath, createUserApi, RefusedError } from '../src/index.ts'
import { caught } from './support/caught.ts'
import { baseUrl, recordingServer, served, text } from './support/server.ts'

const canary = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

async function requestOf(
  auth: Auth,
  operation: 'getCurrentEmail' | 'login' = 'getCurrentEmail',
): Promise<Request | undefined> {
  const server = recordingServer(() => text('ada@example.com'))
  const api = createUserApi({ baseUrl, auth, fetch: server.fetch })
  if (operation === 'login')
    await api.login({ body: { email: 'ada@example.com', password: 'analytical-engine' } })
  else await api.getCurrentEmail()
  return server.requests[0]
}

describe('one way of authentication', () => {
  test('bearer sends the token and no cookie', async () => {
    const request = await requestOf({ kind: 'bearer', token: canary })

    expect(request?.headers.get('Authorization')).toBe(`Bearer ${canary}`)
    expect(request?.credentials).toBe('omit')
  })

  test('bearer asks a function for the token at every call', async () => {
    const tokens = ['first', 'second']
    const server = recordingServer(() => text('ada@example.com'))
    const token = async () => tokens.shift() ?? 'none left'
    const api = createUserApi({ baseUrl, auth: { kind: 'bearer', token }, fetch: server.fetch })

    await api.getCurrentEmail()
    await api.getCurrentEmail()

    const sent = server.requests.map(({ headers }) => headers.get('Authorization'))
    expect(sent).toEqual(['Bearer first', 'Bearer second'])
  })

  test('cookie leaves it to the browser and sends no header', async () => {
    const request = await requestOf({ kind: 'cookie' })

    expect(request?.headers.has('Authorization')).toBe(false)
    expect(request?.credentials).toBe('include')
  })

  test('none sends neither', async () => {
    const request = await requestOf({ kind: 'none' })

    expect(request?.headers.has('Authorization')).toBe(false)
    expect(request?.credentials).toBe('omit')
  })

  test('an operation that needs no credentials gets no token, so that a token function may log in', async () => {
    const request = await requestOf({ kind: 'bearer', token: canary }, 'login')

    expect(request?.headers.has('Authorization')).toBe(false)
  })
})

test('redirects are not followed, so that neither token nor body goes to another address', async () => {
  const request = await requestOf({ kind: 'bearer', token: canary })

  expect(request?.redirect).toBe('manual')
})

test('what a browser shows of a redirect is a NetworkError', async () => {
  // Response.error() has status 0, as the opaque answer of a browser does.
  const api = createUserApi({ baseUrl, auth: { kind: 'none' }, fetch: () => Response.error() })

  expect(await caught(api.logout())).toMatchObject({ kind: 'network' })
})

describe('a token that no header can carry is refused', () => {
  test.each([`${canary}\n`, ` ${canary}`, `${canary}ü`, ''])('%j', async (token) => {
    const api = createUserApi({ baseUrl, auth: { kind: 'bearer', token }, fetch: () => text('sent') })

    expect(await caught(api.logout())).toMatchObject({
      kind: 'refused',
      argument: 'token',
      operation: 'logout',
    })
  })

  test('as is a token function that fails, with its reason kept', async () => {
    const cause = new Error('the keychain is locked')
    const token = () => Promise.reject(cause)
    const api = createUserApi({ baseUrl, auth: { kind: 'bearer', token }, fetch: () => text('sent') })

    expect(await caught(api.logout())).toMatchObject({ kind: 'refused', argument: 'token', cause })
  })

  test('also where it fails with an error of another call', async () => {
    const token = () => api.login({ body: { email: 'ada@example.com', password: 'x' } })
    const api = createUserApi({
      baseUrl,
      auth: { kind: 'bearer', token },
      fetch: () => text('Bad request', 400),
    })

    expect(await caught(api.logout())).toMatchObject({
      kind: 'refused',
      operation: 'logout',
      cause: { kind: 'status', operation: 'login' },
    })
  })
})

test('a client shows its token to no logger', () => {
  const api = createUserApi({ baseUrl, auth: { kind: 'bearer', token: canary } })

  expect(inspect(api, { depth: 9, showHidden: true }) + JSON.stringify(api)).not.toContain(canary)
})

describe('no error shows a secret', () => {
  const echo = async (request: Request) => `${request.headers.get('Authorization')} ${await request.text()}`
  const servers: Record<string, (request: Request) => Promise<Response>> = {
    'that a documented failure quotes': async (request) => text(await echo(request), 400),
    'that an undocumented failure quotes': async (request) => text(await echo(request), 502),
    'that a wrong answer quotes': async (request) =>
      new Response(await echo(request), {
        headers: { 'Content-Type': 'text/html', 'Set-Cookie': `token=${canary}` },
      }),
    'when nothing answers': () => Promise.reject(new TypeError('fetch failed')),
  }

  test.each(Object.keys(servers))('%s', async (name) => {
    const api = createUserApi({
      baseUrl,
      auth: { kind: 'bearer', token: canary },
      fetch: served((request) => servers[name]?.(request) ?? text('')),
    })
    const errors = await Promise.all([
      caught(api.setPassword({ body: { password: canary } })),
      caught(api.login({ body: { email: 'ada@example.com', password: canary } })),
    ])

    for (const error of errors) expectSilence(error)
  })

  test('that a header which cannot be sent holds', async () => {
    const api = createUserApi({ baseUrl, auth: { kind: 'none' }, fetch: () => text('sent') })
    const error = await caught(api.logout({}, { headers: { Authorization: `Bearer ${canary}\n${canary}` } }))

    expect(error).toBeInstanceOf(RefusedError)
    expectSilence(error)
  })

  test('that a token which cannot be sent holds', async () => {
    const api = createUserApi({
      baseUrl,
      auth: { kind: 'bearer', token: `${canary}\n` },
      fetch: () => text('sent'),
    })

    expectSilence(await caught(api.logout()))
    expectSilence(await caught(byPath(api).GET('/users/email')))
  })

  test('that JSON which cannot be parsed holds', async () => {
    const answer = () =>
      new Response(`{"token": ${canary}}`, { headers: { 'Content-Type': 'application/json' } })
    const api = createUserApi({ baseUrl, auth: { kind: 'none' }, fetch: answer })

    expectSilence(await caught(api.listTokens()))
  })
})

function expectSilence(error: unknown): void {
  expect(error).toBeInstanceOf(Error)
  for (const shown of [
    String(error),
    JSON.stringify(error),
    inspect(error, { depth: 9, showHidden: true }),
  ]) {
    expect(shown).not.toContain(canary)
  }
}
