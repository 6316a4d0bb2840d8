import type { ClientOptions } from './client-options.ts'
import type { FetchInit } from './fetch.ts'
import type { Tokens } from './tokens.ts'

/** What every call of a client has in common. */
export interface Connection {
  /** Those that were given. */
  readonly options: { readonly [Name in keyof ClientOptions]?: NonNullable<ClientOptions[Name]> }
  /** What no call may replace. */
  readonly pinned: Pinned
}

/** Where calls go, and as whom. */
export interface Pinned {
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly credentials: FetchInit['credentials']
  /** Absent where no token is sent. */
  readonly tokens: Tokens | undefined
}
