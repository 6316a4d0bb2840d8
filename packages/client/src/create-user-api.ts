import { type OperationMethods, operations } from './generated/methods.ts'
import { type Client, type ClientOptions, createClient } from './runtime/client.ts'
import { createPathMethods, type PathMethods } from './runtime/paths.ts'

/** A client with every operation as a method, and openapi-fetch's `GET`, `POST`, … for calls by path. */
export type UserApi = Client & OperationMethods & PathMethods

/** What the functions of all operations have in common. */
interface Listed {
  (client: Client, ...call: never[]): Promise<unknown>
  readonly id: string
}

/**
 * Connects to a server and offers all operations as methods. Nothing is sent yet. Where size matters, take `createClient` and
 * import the functions that are needed.
 *
 * @example
 * const api = createUserApi({ baseUrl: 'http://localhost:8000/api', auth: { kind: 'bearer', token } })
 * const me = await api.globalWhoami()
 *
 * @throws {@link RefusedError} when the base URL has credentials, a query or a fragment, or is none.
 */
export function createUserApi(options: ClientOptions): UserApi {
  const client = createClient(options)
  const methods = operations.map((operation: Listed) => [operation.id, methodOf(operation, client)])
  // The list and the interface are generated from the same operations.
  return { ...client, ...createPathMethods(client), ...(Object.fromEntries(methods) as OperationMethods) }
}

function methodOf(operation: Listed, client: Client) {
  return (...call: never[]) => operation(client, ...call)
}
