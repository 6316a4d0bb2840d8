import { operations } from './generated/methods.ts'
import type { Client } from './runtime/client.ts'
import { type PathMethods, pathMethod } from './runtime/paths.ts'

/**
 * The methods of openapi-fetch for a client: `GET`, `POST`, …, typed by the paths of the document. They know all operations, so that who
 * does not need them should not pay for them.
 *
 * @example
 * const { GET } = byPath(api)
 * const { data, error } = await GET('/users/whoami')
 */
export function byPath(client: Client): PathMethods {
  const methods = operations.map(({ facts: { method } }) => [method, pathMethod(client, operations, method)])
  // The list and the types come from the same document.
  return Object.fromEntries(methods) as PathMethods
}
