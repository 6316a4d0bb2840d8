import type { RenewedAuth, Token } from './auth.ts'
import type { CallOptions, RetryOptions } from './call-options.ts'
import type { ClientOptions, Validate } from './client-options.ts'
import type { Fetch, FetchInit } from './fetch.ts'
import type { Hooks } from './hooks.ts'

/** Where calls go, and as whom. No call may replace it. */
export interface Connection {
  /** Without a slash at its end. */
  baseUrl: string
  readonly credentials: FetchInit['credentials']
  /** The token, unchecked; absent where none is sent. */
  bearer?: Token | undefined
  /** Replaces the token that the server refused to a call; absent where there is no way to. */
  renew?: RenewedAuth['~renew'] | undefined
}

/** How calls are made: what `retry` consists of stands among the others. */
export interface Settings
  extends Pick<CallOptions, 'signal' | 'headers'>,
    Pick<ClientOptions, 'keys'>,
    Readonly<Record<keyof RetryOptions, number>> {
  readonly fetch: Fetch
  readonly hooks: Hooks
  readonly validate: Validate
  /** Milliseconds for an attempt. */
  readonly timeout: number
  /** Milliseconds for all of it. */
  readonly deadline: number
}

/** What a client does where nothing else is said. */
export const defaults = {
  // Looked up at each call, so that a test or a tracer may replace the global one.
  fetch: (url: string, init: RequestInit) => fetch(url, init),
  // They stand here to be known.
  hooks: { onRequest: undefined, onResponse: undefined, onRetry: undefined, onError: undefined },
  retry: {},
  headers: {},
  keys: {},
  validate: () => undefined,
  retries: 2,
  baseDelay: 300,
  maxDelay: 10_000,
  timeout: 30_000,
  deadline: 60_000,
}
