import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createSandbox, type LogEntry, type OauthClientOptions } from '../src/index.ts'
import { readOauthClientsFile } from '../src/node.ts'
import { startCommand } from './start-command.ts'
import { send } from './use-sandbox.ts'

const sample = new URL('../samples/oauth-clients.yaml', import.meta.url).pathname
const secret = 'secret-of-the-client'

async function fileWith(text: string): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const file = path.join(directory, 'oauth-clients.yaml')
  await writeFile(file, text)
  return file
}

const client: OauthClientOptions = {
  id: 'our-id',
  secret,
  authorizationEndpoint: 'http://127.0.0.1:1/authorize',
  tokenEndpoint: 'http://127.0.0.1:1/token',
  userinfoEndpoint: 'http://127.0.0.1:1/userinfo',
  scopes: ['email'],
}

// Two processes start, one after the other, on whatever else the machine does.
test('a login goes to a provider of another process and comes back', { timeout: 120_000 }, async () => {
  const provider = await startCommand()
  onTestFinished(async () => expect(await provider.stop('SIGTERM')).toBe(0))
  const base = `${provider.url}/oauth/provider`
  const file = await fileWith(`clients:
  neighbour:
    id: sandbox
    secret: sandbox-secret
    authorizationEndpoint: ${base}/authorize
    tokenEndpoint: ${base}/token
    userinfoEndpoint: ${base}/userinfo
    redirectUri: ${base}/callback
    scopes: [email]
`)
  const { url, written, stop } = await startCommand('--oauth-clients', file)
  expect(await (await fetch(`${url}/oauth/list_logins`)).json()).toEqual(['sandbox', 'neighbour'])

  const begun = await fetch(`${url}/oauth/login/neighbour`, { redirect: 'manual' })
  const cookie = (begun.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''
  const consent = `${begun.headers.get('Location')}&login_hint=margaret%40example.com`
  const { headers } = await fetch(consent, { redirect: 'manual' })
  const back = new URL(headers.get('Location') ?? '').searchParams
  const login = await fetch(`${url}/oauth/login_callback/neighbour`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: cookie },
    body: JSON.stringify({ code: back.get('code'), state: back.get('state') }),
  })
  expect(login.status).toBe(200)
  const whoami = await fetch(`${url}/users/whoami`, {
    headers: { Authorization: `Bearer ${await login.text()}` },
  })
  expect(await whoami.json()).toMatchObject({ email: 'margaret@example.com', login_type: 'neighbour' })
  expect(await stop('SIGTERM')).toBe(0)
  expect(written.out + written.errors).not.toContain('sandbox-secret')
})

/** What a provider is asked. */
interface Asked {
  readonly path: string
  readonly authorization: string
  readonly body: string
}

/** A provider of another process in all but the process: it answers by path, and keeps what it was asked. */
async function startProvider(answers: Readonly<Record<string, readonly [number, unknown]>>) {
  const asked: Asked[] = []
  const listener: RequestListener = async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '', body })
    const [status, answer] = answers[request.url ?? ''] ?? [404, {}]
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(text)
  }
  const server = createServer(listener).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo // as said above
  return { base: `http://127.0.0.1:${port}`, asked }
}

const token = { access_token: 'access-token-of-the-provider', token_type: 'Bearer' }

/** Logs in at a provider that answers so, and says what the sandbox answers then. */
async function logInAt(
  answers: Readonly<Record<string, readonly [number, unknown]>>,
  change: Partial<OauthClientOptions> = {},
) {
  const { base, asked } = await startProvider({ '/token': [200, token], ...answers })
  const configured = {
    ...client,
    authorizationEndpoint: `${base}/authorize`,
    tokenEndpoint: `${base}/token`,
    userinfoEndpoint: `${base}/userinfo`,
    ...change,
  }
  const log: LogEntry[] = []
  const sandbox = await createSandbox({
    oauthClients: { club: configured },
    checkResponses: true,
    log: (entry) => log.push(entry),
  })
  onTestFinished(() => sandbox.close())
  const begun = await send(sandbox.fetch, 'GET /oauth/login/club', {})
  const location = new URL(begun.headers.get('Location') ?? '')
  const state = location.searchParams.get('state') ?? ''
  const reply = await send(sandbox.fetch, 'POST /oauth/login_callback/club', {
    body: { code: 'code-of-the-provider', state },
    headers: { Cookie: `csrf=${state}` },
  })
  return { ...reply, location, asked, logged: JSON.stringify(log) }
}

describe('a provider', () => {
  test('is asked with state and PKCE for the scopes, and sends back to a page of the sandbox', async () => {
    const { location } = await logInAt({})
    expect(Object.fromEntries(location.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'our-id',
      redirect_uri: 'http://localhost:8000/api/oauth/provider/callback/club',
      scope: 'email',
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    })
  })

  test.each([
    ['client_secret_post', '', `client_id=our-id&client_secret=${secret}`],
    [
      'client_secret_basic',
      `Basic ${btoa(`our-id:${secret}`.replaceAll('-', '%2D'))}`,
      'grant_type=authorization_code',
    ],
  ] as const)('is shown the secret as it wants it (%s)', async (authentication, header, body) => {
    const { asked, logged } = await logInAt({ '/userinfo': [200, { email: 'a@b.c' }] }, { authentication })
    expect(asked.map((request) => request.path)).toEqual(['/token', '/userinfo'])
    expect(asked[0]?.authorization).toMatch(header)
    expect(asked[0]?.body).toContain(body)
    expect(asked[0]?.body).toContain('code_verifier=')
    expect(asked[1]?.authorization).toBe('Bearer access-token-of-the-provider')
    expect(logged).not.toMatch(/secret-of|access-token|code-of/)
  })

  test.each([
    ['/email', { email: 'Margaret@Example.com' }],
    ['/user/mail', { user: { mail: 'margaret@example.com', email_verified: true } }],
    ['/0/email', [{ email: 'margaret@example.com', verified: true }]],
    ['/e~1mail', { 'e/mail': 'margaret@example.com' }],
  ])('says the e-mail at %s', async (email, userInfo) => {
    const { status, body } = await logInAt({ '/userinfo': [200, userInfo] }, { email })
    expect({ status, body }).toEqual({ status: 200, body: expect.stringMatching(/^[A-Za-z0-9]{32}$/) })
  })

  const noEmail = 'club vouches for no valid e-mail of at most 50 characters'
  test.each<[string, Readonly<Record<string, readonly [number, unknown]>>, string]>([
    [
      'has not verified the e-mail',
      { '/userinfo': [200, { email: 'a@b.c', email_verified: false }] },
      noEmail,
    ],
    ['says no e-mail', { '/userinfo': [200, { name: 'Margaret' }] }, noEmail],
    ['says what is none', { '/userinfo': [200, { email: ['a@b.c'] }] }, noEmail],
    ['refuses the code', { '/token': [400, { error: 'invalid_grant' }] }, 'club does not accept the code'],
    [
      'refuses the client',
      { '/token': [401, { error: 'invalid_client' }] },
      'club does not accept the code: invalid_client',
    ],
    [
      'sends no token',
      { '/token': [200, {}] },
      'club answers otherwise than expected: "response" body "access_token"',
    ],
    ['breaks', { '/token': [500, 'oops'] }, 'club answers otherwise than expected'],
    [
      'does not know the token',
      { '/userinfo': [403, {}] },
      'club answers otherwise than expected: its userinfo endpoint answers 403',
    ],
    ['speaks no JSON', { '/userinfo': [200, '<html>'] }, 'club answers what is no JSON'],
  ])('that %s is told with 400', async (_name, answers, message) => {
    const { status, body, logged } = await logInAt(answers)
    expect({ status, body }).toEqual({
      status: 400,
      body: expect.stringContaining(`Bad request: ${message}`),
    })
    expect(`${body}${logged}`).not.toMatch(/secret-of|access-token|code-of/)
  })

  test('that is not there is told with 400', async () => {
    const { body } = await logInAt({}, { tokenEndpoint: client.tokenEndpoint })
    expect(body).toBe('Bad request: club cannot be reached')
  })
})

test('the page of the sandbox posts to the client that its path names', async () => {
  const sandbox = await createSandbox({ oauthClients: { club: client } })
  onTestFinished(() => sandbox.close())
  const page = async (query: string) => {
    const url = `http://localhost:8000/api/oauth/provider/callback/club?${query}`
    return (await sandbox.fetch(new Request(url))).text()
  }
  expect(await page('code=1&state=2')).toContain('value="../../login_callback/club"')
  const refused = await page('error=access_denied%3Cscript%3E')
  expect(refused).toContain('club has refused: access_denied&lt;script&gt;')
  expect(refused).not.toContain('<button')
})

describe('the configuration', () => {
  test('of the sample is right', async () => {
    expect(Object.keys(await readOauthClientsFile(sample))).toEqual(['github', 'google'])
  })

  test('that is wrong is refused with each line, and without the secret', async () => {
    const file = await fileWith(`clients:
  sandbox:
    id: 12
    secret: [${secret}]
    authorizationEndpoint: github.com/login
    tokenEndpoint: https://user:${secret}@github.com/token
    userinfoEndpoint: https://api.github.com/user
    scope: [email]
    email: email
  Git Hub: { secret: ${secret}${secret} }
`)
    const failure = String(await readOauthClientsFile(file).catch((error: unknown) => error))
    const lines = failure.replaceAll(file, 'file').split('\n').slice(2)
    expect(lines).toEqual([
      '  file:2:3  clients.sandbox has no scopes. Example: scopes: [read:user, user:email]',
      '  file:2:3  clients.sandbox: the name is taken by the sandbox itself. Expected another one, such as github.',
      expect.stringMatching(
        /^ {2}file:3:5 {2}clients\.sandbox\.id must be a text .*, and is 12\. Example: id: Iv1/,
      ),
      expect.stringMatching(
        /^ {2}file:4:5 {2}clients\.sandbox\.secret must be a text .*, and is a list\. Example/,
      ),
      '  file:5:5  clients.sandbox.authorizationEndpoint must be a text like ^https?://, and is "github.com/login". Example: authorizationEndpoint: https://github.com/login/oauth/authorize',
      '  file:6:5  clients.sandbox.tokenEndpoint: expected a URL without a user, a password and a fragment (#…), and got another.',
      '  file:8:5  clients.sandbox.scope is unknown. Did you mean scopes?',
      expect.stringMatching(
        /^ {2}file:9:5 {2}clients\.sandbox\.email must be a text like .*, and is "email"\. Example: email: \/email$/,
      ),
      '  file:10:3  clients.Git Hub is no name for it. Expected at most 50 small letters, digits, - and _. Example: github',
      ...['id', 'authorizationEndpoint', 'tokenEndpoint', 'userinfoEndpoint', 'scopes'].map((name) =>
        expect.stringContaining(`  file:10:3  clients.Git Hub has no ${name}. Example: ${name}: `),
      ),
    ])
    expect(failure).not.toContain(secret)
  })

  test.each([
    [{ club: { ...client, scopes: ['openid'] } }, 'the scope openid needs an issuer'],
    [{ password: client }, 'clients.password: the name is taken by the sandbox itself'],
    [
      { club: { ...client, redirectUri: 'http://localhost/#here' } },
      'without a user, a password and a fragment',
    ],
  ])('as a value is refused too', async (oauthClients, message) => {
    await expect(createSandbox({ oauthClients })).rejects.toThrow(message)
  })
})
