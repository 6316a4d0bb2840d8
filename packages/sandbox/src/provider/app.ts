import { type Context, Hono } from 'hono'
import type { Database } from '../database/schema.ts'
import { addMilliseconds } from '../domain/date-time.ts'
import { sha256 } from '../domain/digest.ts'
import { isEmail } from '../domain/formats.ts'
import { makeToken } from '../domain/token.ts'
import { readForm } from '../http/read-body.ts'
import { providerClientName, providerClientSecret } from '../oauth/provider-client.ts'
import type { Clock, Random } from '../ports.ts'
import { insertGrant, type ProviderGrant, purgeGrants, takeGrant } from '../store/provider-grants.ts'
import { callbackPage, callbackPolicy, consentPage } from './pages.ts'

interface Ports {
  readonly database: Database
  readonly clock: Clock
  readonly random: Random
  /** The one address that a browser may be sent back to. */
  readonly redirectUri: string
}

const minutesOfGrant = 10

/** An OAuth 2.0 provider in which everybody is who he says he is, so that a login can be tried without a network. */
export function createProvider(ports: Ports): Hono {
  return new Hono()
    .get('/authorize', (context) => authorize(ports, context))
    .get('/callback', (context) => callback(context))
    .get('/callback/:client', (context) => callback(context))
    .post('/token', (context) => token(ports, context))
    .get('/userinfo', (context) => userinfo(ports, context))
}

/** Asks who logs in, unless `login_hint` says so, and sends the browser back (RFC 6749, section 4.1.1). */
async function authorize(ports: Ports, context: Context): Promise<Response> {
  const query = context.req.query()
  const problem = problemOf(query, ports.redirectUri)
  if (problem) return context.text(`Bad request: ${problem}`, 400)
  const email = query['login_hint']?.toLowerCase() ?? ''
  if (!isEmail(email)) return context.html(consentPage(query, email))
  const { redirectUri } = ports
  const code_challenge = query['code_challenge'] ?? null
  const code = await grant(ports, { kind: 'code', email, code_challenge, redirect_uri: redirectUri })
  const location = new URL(redirectUri)
  location.searchParams.set('code', code)
  if (query['state'] !== undefined) location.searchParams.set('state', query['state'])
  return context.redirect(location.href, 303)
}

function problemOf(query: Readonly<Record<string, string>>, redirectUri: string): string | undefined {
  const expected = {
    response_type: 'code',
    client_id: providerClientName,
    redirect_uri: redirectUri,
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(expected)) {
    if (query[name] !== value) return `expected ${name}=${value}`
  }
  return query['code_challenge'] ? undefined : 'expected a code_challenge (RFC 7636)'
}

/** Where the browser ends up: a page that shows what to send to `loginWithOauth`, for the client that its path names. */
async function callback(context: Context): Promise<Response> {
  const name = context.req.param('client')
  const query = context.req.query()
  const up = name === undefined ? '..' : '../..'
  const client = name ?? providerClientName
  context.header('Content-Security-Policy', await callbackPolicy())
  return context.html(
    callbackPage({
      client,
      post: `${up}/login_callback/${encodeURIComponent(client)}`,
      code: query['code'] ?? '',
      state: query['state'] ?? '',
      error: query['error'] ?? '',
    }),
  )
}

/** Changes a code for an access token (RFC 6749, section 4.1.3; RFC 7636, section 4.6). */
async function token(ports: Ports, context: Context): Promise<Response> {
  const form = await readForm(context.req.raw)
  const known =
    form.get('client_id') === providerClientName && form.get('client_secret') === providerClientSecret
  if (!known) return context.json({ error: 'invalid_client' }, 401)
  if (form.get('grant_type') !== 'authorization_code') {
    return context.json({ error: 'unsupported_grant_type' }, 400)
  }
  const taken = await take(ports, 'code', form.get('code') ?? '')
  const challenge = await challengeOf(form.get('code_verifier') ?? '')
  const valid = taken?.redirect_uri === form.get('redirect_uri') && taken.code_challenge === challenge
  if (!taken || !valid) return context.json({ error: 'invalid_grant' }, 400)
  const { email } = taken
  const access_token = await grant(ports, {
    kind: 'access_token',
    email,
    code_challenge: null,
    redirect_uri: null,
  })
  return context.json({ access_token, token_type: 'Bearer', expires_in: minutesOfGrant * 60 })
}

async function userinfo(ports: Ports, context: Context): Promise<Response> {
  const [, bearer = ''] = /^Bearer (.+)$/i.exec(context.req.header('Authorization') ?? '') ?? []
  const taken = await take(ports, 'access_token', bearer)
  if (!taken) return context.json({ error: 'invalid_token' }, 401)
  return context.json({ sub: taken.email, email: taken.email, email_verified: true })
}

async function grant(
  { database, clock, random }: Ports,
  given: Omit<ProviderGrant, 'hash' | 'granted_at'>,
): Promise<string> {
  const text = makeToken(random)
  const now = clock()
  await purgeGrants(database, oldestValid(now))
  await insertGrant(database, { ...given, hash: await sha256(text), granted_at: now })
  return text
}

async function take({ database, clock }: Ports, kind: ProviderGrant['kind'], text: string) {
  const taken = await takeGrant(database, kind, await sha256(text))
  return taken && taken.granted_at >= oldestValid(clock()) ? taken : undefined
}

function oldestValid(now: Date): Date {
  return addMilliseconds(now, -minutesOfGrant * 60 * 1000)
}

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  const text = btoa(String.fromCharCode(...new Uint8Array(digest)))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
