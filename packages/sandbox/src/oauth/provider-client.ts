import { membersOf } from '../configuration/value-at.ts'
import type { OauthClient } from './client.ts'

/** The name of the built-in provider's client. */
export const providerClientName = 'sandbox'

/** Not a secret: anybody may log in as anybody with the built-in provider. That is what it is for. */
export const providerClientSecret = 'sandbox-secret'

/** Where the built-in provider lives, below the base path of the API. */
export const providerPath = '/oauth/provider'

/**
 * The client of the built-in provider.
 *
 * @param base - The public URL of the API, such as `http://localhost:8000/api`.
 * @param fetch - Reaches the provider without a network.
 */
export function providerClient(base: string, fetch: NonNullable<OauthClient['fetch']>): OauthClient {
  const provider = `${base}${providerPath}`
  return {
    name: providerClientName,
    clientId: providerClientName,
    clientSecret: providerClientSecret,
    authentication: 'client_secret_post',
    server: {
      issuer: provider,
      authorization_endpoint: `${provider}/authorize`,
      token_endpoint: `${provider}/token`,
      userinfo_endpoint: `${provider}/userinfo`,
    },
    redirectUri: `${provider}/callback`,
    scope: 'email',
    readEmail: (userInfo) => membersOf(userInfo)['email'],
    fetch,
  }
}
