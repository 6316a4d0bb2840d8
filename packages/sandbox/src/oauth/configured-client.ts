import { membersOf } from '../configuration/value-at.ts'
import type { OauthClient } from './client.ts'
import type { OauthClientOptions } from './configuration.ts'
import { providerPath } from './provider-client.ts'

/** The client of a provider somewhere else. `base` is the public URL of the API, such as `http://localhost:8000/api`. */
export function configuredClient(name: string, options: OauthClientOptions, base: string): OauthClient {
  const { authorizationEndpoint, tokenEndpoint, userinfoEndpoint, email = '/email' } = options
  return {
    name,
    clientId: options.id,
    clientSecret: options.secret,
    authentication: options.authentication ?? 'client_secret_post',
    server: {
      issuer: options.issuer ?? new URL(tokenEndpoint).origin,
      authorization_endpoint: authorizationEndpoint,
      token_endpoint: tokenEndpoint,
      userinfo_endpoint: userinfoEndpoint,
    },
    redirectUri: options.redirectUri ?? `${base}${providerPath}/callback/${name}`,
    scope: options.scopes.join(' '),
    readEmail: (userInfo) => readEmail(userInfo, email),
  }
}

/** What the pointer leads to (RFC 6901), unless the provider says beside it that it has not verified it. */
function readEmail(userInfo: unknown, pointer: string): unknown {
  const names = pointer.split('/').slice(1)
  const steps = names.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
  const last = steps.pop() ?? ''
  const around = membersOf(steps.reduce<unknown>((value, step) => membersOf(value)[step], userInfo))
  // OpenID Connect Core 1.0, section 5.1, and GitHub's list of e-mails.
  const isUnverified = around['email_verified'] === false || around['verified'] === false
  return isUnverified ? undefined : around[last]
}
