import type { paths } from '@windmill-user-api/types'
import createFetchClient, { type Client as FetchClient } from 'openapi-fetch'
import type { Auth } from './auth.ts'
import { checkedBaseUrl } from './base-url.ts'
import { takeAnswer } from './exchange.ts'
import { serializePath } from './path.ts'
import { createSend, type Fetch, type Send } from './send.ts'

/** What a client is made of. */
export interface ClientOptions {
  /**
   * Where the API is: everything before the paths of the document. Credentials, a query or a fragment in it are refused.
   * In a browser it may be relative to the page.
   *
   * @example
   * 'http://localhost:8000/api'
   */
  readonly baseUrl: string
  /**
   * How calls prove who makes them. One choice, because a server looks at a bearer token first and at the cookie only without one.
   * Operations that need no credentials, such as `login`, are sent without the token.
   *
   * @example
   * { kind: 'bearer', token: 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX' }
   */
  readonly auth: Auth
  /**
   * What sends a request. Default: the global `fetch`, looked up at each call. Give another one to call a server in the same
   * process, to go through a proxy, or in a test.
   *
   * @example
   * async (request) => app.fetch(request)
   */
  readonly fetch?: Fetch | undefined
}

/** Holds what the functions of the operations need of a client and nobody else does. */
export const transport: unique symbol = Symbol('transport')

export interface Transport {
  readonly request: (method: string, path: string, init: object) => Promise<{ readonly response: Response }>
  readonly send: Send
}

/**
 * A connection to one server: what every function of an operation takes first. It is openapi-fetch's client too: `GET`, `POST`, …
 * take the paths of the document, and `use` takes middleware, which sees the calls of operations as well.
 *
 * @see https://openapi-ts.dev/openapi-fetch/
 */
export interface Client extends FetchClient<paths> {
  /** Internal. */
  readonly [transport]: Transport
}

/**
 * Connects to a server, for functions that are imported one by one. Nothing is sent yet.
 *
 * @example
 * const client = createClient({ baseUrl: 'http://localhost:8000/api', auth: { kind: 'bearer', token } })
 * const me = await globalWhoami(client)
 *
 * @throws {@link RefusedError} when the base URL has credentials, a query or a fragment, or is none.
 */
export function createClient({ baseUrl, auth, fetch }: ClientOptions): Client {
  const send = createSend(auth, fetch)
  const client = createFetchClient<paths>({
    baseUrl: checkedBaseUrl(baseUrl),
    credentials: auth.kind === 'cookie' ? 'include' : 'omit',
    // A redirect would repeat a body with a password at another address.
    redirect: 'manual',
    pathSerializer: (template, values) =>
      serializePath(template, values, { operation: undefined, method: '', url: template }),
    fetch: (request) => send(request),
  })
  client.use(takeAnswer)
  // Operations are typed by themselves; what openapi-fetch infers from a literal path is not needed for them.
  const request = client.request as unknown as Transport['request']
  return Object.assign(client, { [transport]: { request, send } })
}
