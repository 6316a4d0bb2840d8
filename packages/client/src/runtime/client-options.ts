import type { Keys } from '../generated/keys.ts'
import type { Auth } from './auth.ts'
import type { LimitOptions } from './call-options.ts'
import type { Fetch } from './fetch.ts'
import type { Hooks } from './hooks.ts'

/** Says what is wrong with a result, or with an item of a stream (`<operation> item`), at once or later; `undefined` where nothing is. */
export type Validate = (operation: string, value: unknown) => string | undefined | Promise<string | undefined>

/** What a client is made of. */
export interface ClientOptions extends LimitOptions {
  /**
   * Where the API is: everything before the paths of the document. Credentials, a query or a fragment in it are refused, because
   * a password in a URL gets into logs, and no path can follow the others. It may be relative to the page: a server that renders the page can
   * make the same client, but calls only through a `fetch` that takes relative URLs.
   *
   * @example
   * createClient({ baseUrl: 'https://windmill.example.com/api', auth })
   */
  readonly baseUrl: string | { readonly href: string }
  /**
   * Names the server and the account that results belong to. Caches use it in their keys, so that one account never sees the data of
   * another. Give the same value in the browser and on the server to hand over what the server loaded. Never a token, because keys are
   * logged and stored. Default: the base URL; one that is relative to the page as it was given, without the page, so that a server has the
   * same.
   *
   * @example
   * createClient({ baseUrl, auth, scope: 'ada@example.com' })
   */
  readonly scope?: string | undefined
  /**
   * How calls prove who makes them. One choice, because a server looks at a bearer token first and at the cookie only without one.
   * Operations that need no credentials, such as `login`, are sent without the token.
   *
   * @example
   * createClient({ baseUrl, auth: { kind: 'bearer', token } })
   */
  readonly auth: Auth
  /**
   * API keys and the credentials of HTTP Basic, by the names of the document's security schemes, so that no call has to name them. Of
   * the alternatives that an operation takes, the first one is sent for which the client has everything. This document has neither.
   * Default: none.
   *
   * @example
   * createClient({ baseUrl, auth, keys: {} })
   */
  readonly keys?: Keys | undefined
  /**
   * Sends requests. It is called as the standard `fetch` is, with a URL and its options. Give one to go through a proxy, to call a server
   * in the same process, or in a test. Default: the global `fetch`, looked up for each request, so that a later replacement is used too.
   *
   * @example
   * createClient({ baseUrl, auth, fetch: (url, init) => app.fetch(new Request(url, init)) })
   */
  readonly fetch?: Fetch | undefined
  /**
   * Functions that see what happens, for logs, metrics and traces. What they get can be logged, because neither a body nor a token shows
   * in it. Default: none.
   *
   * @example
   * const onRetry: Hooks['onRetry'] = ({ operation, delay }) => console.warn(`${operation}: again in ${delay} ms`)
   * createClient({ baseUrl, auth, hooks: { onRetry } })
   */
  readonly hooks?: Hooks | undefined
  /**
   * Checks every result, at once or by a promise, such as `validate` of `@windmill-user-api/client/validate`. What it finds makes a `DecodeError`, and
   * should not quote the result. Default: none, so that who trusts the server does not load the shapes of all results.
   *
   * @example
   * createClient({ baseUrl, auth, validate })
   */
  readonly validate?: Validate | undefined
}
