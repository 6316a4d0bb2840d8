import { type OperationMethods, operations } from './generated/methods.ts'
import { type Client, createClient } from './runtime/client.ts'
import type { ClientOptions } from './runtime/client-options.ts'
import { renewing } from './runtime/renewing.ts'

/** A client with every operation as a method. */
export type UserApi = Client & OperationMethods

/**
 * Connects to a server and offers all operations as methods. Nothing is sent yet. Where size matters, take `createClient` and
 * import the functions that are needed.
 *
 * @example
 * const api = createUserApi({ baseUrl: 'http://localhost:8000/api', auth: { kind: 'bearer', token } })
 * const me = await api.globalWhoami()
 *
 * @throws RefusedError when the base URL has credentials, a query or a fragment, or is none.
 */
export function createUserApi(options: ClientOptions): UserApi {
  const client = createClient(options)
  const methods = operations.map((operation) => [operation.id, bound(operation, client)])
  // The list and the types come from the same document.
  return { ...client, ...(Object.fromEntries(methods) as OperationMethods) }
}

/** A function that takes a client first, and those that it carries (`safe`, `items`), without that argument. */
function bound(take: (client: Client, input: never, options: never) => unknown, client: Client): object {
  const method = (input: never, options: never) => take(client, input, options)
  for (const [name, member] of Object.entries(take))
    if (typeof member === 'function') Object.assign(method, { [name]: bound(member, client) })
  return method
}

/** What a session is made of: the options of a client, without its token. */
export interface SessionOptions extends Omit<ClientOptions, 'auth'> {
  /**
   * Logs in again when the token has expired, once for all calls that it failed. Default: false, because what `logIn` knows, a
   * password for instance, is kept in memory for that, and a call after `logout` logs in again too.
   *
   * @example
   * const api = await openSession({ baseUrl, renew: true }, ({ login }) => login({ body }))
   */
  readonly renew?: boolean | undefined
}

/**
 * Logs in and offers all operations with the token that came of it. `logIn` gets a client without credentials and resolves to a token.
 *
 * @example
 * const body = { email: 'ada@example.com', password: 'analytical-engine' }
 * const api = await openSession({ baseUrl: 'http://localhost:8000/api' }, ({ login }) => login({ body }))
 * const me = await api.globalWhoami()
 *
 * @throws RefusedError when the base URL has credentials, a query or a fragment, or is none.
 * @throws ErrorOf when the operation that logs in fails.
 */
export async function openSession(
  { renew, ...options }: SessionOptions,
  logIn: (visitor: UserApi) => Promise<string>,
): Promise<UserApi> {
  const visitor = createUserApi({ ...options, auth: { kind: 'none' } })
  const token = await logIn(visitor)
  const auth = renew ? renewing({ token, refresh: () => logIn(visitor) }) : { kind: 'bearer' as const, token }
  return createUserApi({ ...options, auth })
}
