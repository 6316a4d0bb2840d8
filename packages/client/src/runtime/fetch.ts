/** What `fetch` is given besides the URL: members of the standard's `RequestInit`. A new object for each attempt, which may be changed. */
export interface FetchInit {
  method: string
  /** Names are in lower case. */
  headers: Record<string, string>
  // biome-ignore lint/suspicious/noExplicitAny: each implementation has a type of bodies of its own, and takes those of others
  body?: any
  signal: AbortSignal
  credentials: 'include' | 'omit'
  redirect: 'manual'
  /** Present if the body is a stream, which implementations refuse without it. */
  duplex?: 'half'
}

/** What the client needs of a response. Errors and results carry the response itself, whatever else it can do. */
export interface FetchResponse {
  readonly status: number
  readonly ok: boolean
  readonly headers: { get(name: string): string | null }
  text(): Promise<string>
  blob(): Promise<unknown>
}

/**
 * What sends a request: `globalThis.fetch`, that of undici or node-fetch, a mock, or a function that calls one of these.
 *
 * @example
 * const fetch: Fetch = (url, init) => globalThis.fetch(url, { ...init, cache: 'no-store' })
 */
export type Fetch = (url: string, init: FetchInit) => FetchResponse | Promise<FetchResponse>
