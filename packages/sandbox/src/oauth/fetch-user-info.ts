import * as oauth from 'oauth4webapi'
import { badRequest } from '../domain/refusal.ts'
import { BodyTooLarge, largestBody, readLimited } from '../read-limited.ts'
import type { OauthClient } from './client.ts'

/** What the browser has brought back, and what it did not see. */
export interface Exchange {
  readonly code: string
  readonly state: string
  readonly verifier: string
}

/** How long a provider may take for an answer, in milliseconds. */
const patience = 10_000

/**
 * Changes a code for an access token, and that for what the provider says of whom it belongs to.
 *
 * @throws {@link Refusal} that says what the provider does not like, and never a secret.
 */
export async function fetchUserInfo(client: OauthClient, exchange: Exchange): Promise<unknown> {
  try {
    const accessToken = await fetchAccessToken(client, exchange)
    const url = new URL(client.server.userinfo_endpoint)
    const headers = new Headers({ Accept: 'application/json' })
    const answer = await oauth.protectedResourceRequest(
      accessToken,
      'GET',
      url,
      headers,
      null,
      requestOptions(client),
    )
    if (!answer.ok) throw new oauth.OperationProcessingError(`its userinfo endpoint answers ${answer.status}`)
    return await answer.json()
  } catch (error) {
    throw refusalOf(client, error)
  }
}

async function fetchAccessToken(client: OauthClient, { code, state, verifier }: Exchange): Promise<string> {
  const { server, redirectUri } = client
  const identity = { client_id: client.clientId }
  const parameters = oauth.validateAuthResponse(server, identity, new URLSearchParams({ code, state }), state)
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    identity,
    authentications[client.authentication](client.clientSecret),
    parameters,
    redirectUri,
    verifier,
    requestOptions(client),
  )
  const { access_token } = await oauth.processAuthorizationCodeResponse(server, identity, response)
  return access_token
}

const authentications = {
  client_secret_post: oauth.ClientSecretPost,
  client_secret_basic: oauth.ClientSecretBasic,
}

function requestOptions({ fetch: reach = fetch, server }: OauthClient) {
  const endpoints = [server.token_endpoint, server.userinfo_endpoint]
  return {
    // A provider on the developer's own machine has no certificate.
    [oauth.allowInsecureRequests]: endpoints.some((endpoint) => endpoint.startsWith('http:')),
    signal: () => AbortSignal.timeout(patience),
    [oauth.customFetch]: async (url: string, init: ProviderRequest) => {
      const { method, headers, redirect, signal } = init
      const sent = {
        method,
        headers,
        body: textOf(init.body),
        ...(redirect && { redirect }),
        ...(signal && { signal }),
      }
      const response = await reach(url, sent)
      // A provider may send too much, as anybody may.
      const bytes = await readLimited(response)
      return new Response(bytes.length === 0 ? null : bytes.slice(), {
        status: response.status,
        headers: response.headers,
      })
    },
  }
}

interface ProviderRequest extends Pick<RequestInit, 'redirect' | 'signal'> {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: unknown
}

function textOf(body: unknown): string | null {
  return body === undefined || body === null ? null : String(body)
}

/** What went wrong, in the library's words where it has some: they repeat nothing that was sent. */
function refusalOf({ name, fetch: reach }: OauthClient, error: unknown): unknown {
  if (error instanceof oauth.ResponseBodyError) {
    // RFC 6749, section 5.2: what is wrong is the code, or else how this client is configured.
    const reason = error.error === 'invalid_grant' ? '' : `: ${error.error}`
    return badRequest(`${name} does not accept the code${reason}`)
  }
  if (error instanceof oauth.WWWAuthenticateChallengeError) {
    return badRequest(`${name} does not accept its own access token at its userinfo endpoint`)
  }
  if (error instanceof oauth.OperationProcessingError) {
    return badRequest(`${name} answers otherwise than expected: ${error.message}`)
  }
  if (error instanceof BodyTooLarge) {
    return badRequest(`${name} sends more than ${largestBody} bytes`)
  }
  if (error instanceof SyntaxError) return badRequest(`${name} answers what is no JSON`)
  // The built-in provider is reached without a network: what fails there has failed here.
  return reach === undefined ? badRequest(`${name} cannot be reached`) : error
}
