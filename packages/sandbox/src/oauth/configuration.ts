/** A provider that people may log in with. `oauth-clients.schema.json` describes it. */
export interface OauthClientOptions {
  /** As the provider has given it (`client_id`). */
  readonly id: string
  /** As the provider has given it (`client_secret`). It is shown and logged nowhere. */
  readonly secret: string
  /** Where the browser goes (RFC 6749, section 3.1). */
  readonly authorizationEndpoint: string
  /** Where a code becomes an access token (RFC 6749, section 3.2). */
  readonly tokenEndpoint: string
  /** What says in JSON, to an access token, whose it is. */
  readonly userinfoEndpoint: string
  /** What the provider calls itself in an ID token. Needed with the scope `openid`, which makes it send one. */
  readonly issuer?: string
  /** What to ask for, so that the userinfo endpoint says the e-mail. */
  readonly scopes: readonly string[]
  /** Where the answer of the userinfo endpoint has the e-mail, as a JSON Pointer (RFC 6901). Default: `/email`. */
  readonly email?: string
  /** Where the provider sends the browser back to. Default: a page of the sandbox, `…/api/oauth/provider/callback/<name>`. */
  readonly redirectUri?: string
  /** How to show the secret (RFC 6749, section 2.3.1): in the body, or in a header. Default: `client_secret_post`. */
  readonly authentication?: 'client_secret_post' | 'client_secret_basic'
}

/** Providers by the name that they have in the URL, which becomes the login type of the accounts that they make. */
export type OauthClientsOptions = Readonly<Record<string, OauthClientOptions>>
