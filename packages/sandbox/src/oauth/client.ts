import type { AuthorizationServer } from 'oauth4webapi'
import { badRequest } from '../domain/refusal.ts'

/** A provider that people may log in with. */
export interface OauthClient {
  /** The name in the URL, and the login type of the accounts that it makes. */
  readonly name: string
  readonly clientId: string
  readonly clientSecret: string
  /** How to show the secret (RFC 6749, section 2.3.1). */
  readonly authentication: 'client_secret_post' | 'client_secret_basic'
  readonly server: AuthorizationServer & {
    readonly authorization_endpoint: string
    readonly token_endpoint: string
    readonly userinfo_endpoint: string
  }
  /** Where the provider sends the browser back to. */
  readonly redirectUri: string
  readonly scope: string
  /** Where the provider's answer has the e-mail. */
  readonly readEmail: (userInfo: unknown) => unknown
  /** How its endpoints are reached. The network, unless it is the built-in one. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
}

/** The configured providers by name. */
export type OauthClients = ReadonlyMap<string, OauthClient>

/** @throws {@link Refusal} where no client has this name. */
export function oauthClientOf(clients: OauthClients, name: string): OauthClient {
  const client = clients.get(name)
  if (client) return client
  throw badRequest(`there is no OAuth client ${name}`)
}
