import { type OperationMethods, operations } from './generated/methods.ts'
import { type Client, type ClientOptions, createClient } from './runtime/client.ts'
import type { OperationFacts } from './runtime/facts.ts'
import { createPathMethods, type PathMethods } from './runtime/paths.ts'

/** A client with every operation as a method, and openapi-fetch's `GET`, `POST`, … for calls by path. */
export type UserApi = Client & OperationMethods & PathMethods

/** What the functions of all operations have in common. */
interface Listed {
  (client: Client, ...call: never[]): Promise<unknown>
  readonly facts: OperationFacts
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
  const listed: readonly Listed[] = operations
  const methods = listed.map((operation) => [operation.facts.id, methodOf(operation, client)])
  const facts = listed.map((operation) => operation.facts)
  // The list and the interface are generated from the same operations.
  return {
    ...client,
    ...createPathMethods(client, facts),
    ...(Object.fromEntries(methods) as OperationMethods),
  }
}

/** A function that takes a client first, and those that it carries (`safe`), without that argument. */
function methodOf(operation: Listed, client: Client): object {
  const carried = Object.entries(operation)
    .filter(([, member]) => typeof member === 'function')
    .map(([name, member]) => [name, bound(member, client)])
  return Object.assign(bound(operation, client), Object.fromEntries(carried))
}

function bound<Result>(take: (client: Client, ...call: never[]) => Result, client: Client) {
  return (...call: never[]) => take(client, ...call)
}
