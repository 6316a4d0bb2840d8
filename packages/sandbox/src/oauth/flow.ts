import * as oauth from 'oauth4webapi'
import type { Database } from '../database/schema.ts'
import { addMilliseconds } from '../domain/date-time.ts'
import { sha256 } from '../domain/digest.ts'
import { isEmail } from '../domain/formats.ts'
import { badRequest } from '../domain/refusal.ts'
import type { Clock } from '../ports.ts'
import { insertFlow, purgeFlows, takeFlow } from '../store/oauth-flows.ts'
import type { OauthClient } from './client.ts'
import { fetchUserInfo } from './fetch-user-info.ts'

/** The cookie that ties a login to the browser in which it began. */
export const csrfCookie = 'csrf'

/** How long a login may stay away at the provider. */
export const minutesOfFlow = 10

const longestEmail = 50

interface Ports {
  readonly database: Database
  readonly clock: Clock
}

/** Begins a login: where to send the browser, and the state that it must bring back (RFC 6749, section 4.1; RFC 7636). */
export async function startFlow({ database, clock }: Ports, client: OauthClient) {
  const state = oauth.generateRandomState()
  const codeVerifier = oauth.generateRandomCodeVerifier()
  await purgeFlows(database, startOfWindow(clock()))
  await insertFlow(database, {
    state_hash: await sha256(state),
    client_name: client.name,
    code_verifier: codeVerifier,
    started_at: clock(),
  })
  const location = new URL(client.server.authorization_endpoint)
  const parameters = {
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    scope: client.scope,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(parameters)) location.searchParams.set(name, value)
  return { location: location.href, state }
}

/**
 * Ends a login: exchanges the code and returns the e-mail, in lower case, that the provider vouches for.
 *
 * @throws {@link Refusal} where the state is unknown, used or too old, or the provider does not accept the code.
 */
export async function finishFlow(
  { database, clock }: Ports,
  client: OauthClient,
  { code, state }: { readonly code: string; readonly state: string },
): Promise<string> {
  const flow = await takeFlow(database, client.name, await sha256(state))
  if (!flow) throw badRequest('the state is not that of a login that is under way')
  if (flow.started_at < startOfWindow(clock())) {
    throw badRequest(`the login began more than ${minutesOfFlow} minutes ago`)
  }
  const email = client.readEmail(await fetchUserInfo(client, { code, state, verifier: flow.code_verifier }))
  if (typeof email === 'string' && email.length <= longestEmail && isEmail(email)) return email.toLowerCase()
  throw badRequest(`${client.name} vouches for no valid e-mail of at most ${longestEmail} characters`)
}

function startOfWindow(now: Date): Date {
  return addMilliseconds(now, -minutesOfFlow * 60 * 1000)
}
