import { Mismatch } from '../errors.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Identity } from '../suite/stage.ts'
import { logInAtProvider, requireSandboxClient, sandboxClient } from './oauth.ts'
import type { World } from './world.ts'

/** What a browser sends at the end of a login at the provider. */
export interface Return {
  readonly code: string
  readonly state: string
  readonly cookie?: string
  readonly client?: string
}

/** Begins a login at the provider of the client `sandbox`, up to where the browser comes back. */
export async function beginOauth(world: World, email: string): Promise<Required<Return>> {
  await requireSandboxClient(world)
  world.belongings.account(email)
  const { body, cookie } = await logInAtProvider(world, email)
  return { ...body, cookie, client: sandboxClient }
}

/** Ends a login, with any answer. */
export async function endOauth(world: World, { code, state, cookie, client }: Return): Promise<Exchange> {
  const path = `/oauth/login_callback/${client ?? sandboxClient}`
  const headers = { 'content-type': 'application/json', ...(cookie !== undefined && { cookie }) }
  const body = JSON.stringify({ code, state })
  const exchange = await world.api.request('loginWithOauth', { path, method: 'POST', headers, body })
  const { status, text } = exchange.answer
  if (status < 300) world.secrets.add(text)
  return exchange
}

/** An account that logs in at the provider, and has no password. */
export async function makeOauthAccount(world: World): Promise<Identity> {
  const email = world.names.email('oauth')
  const exchange = await endOauth(world, await beginOauth(world, email))
  const { operation, request, answer } = exchange
  if (answer.status < 300) return { email, password: '', token: answer.text }
  throw new Mismatch({
    operation,
    request,
    exchange,
    rule: 'stage',
    expected: 'success, since others depend on this call',
    came: `status ${answer.status}`,
  })
}
