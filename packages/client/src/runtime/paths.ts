import type { paths } from '@windmill-user-api/types'
import createFetchClient, { type Client as FetchClient, type Middleware } from 'openapi-fetch'
import { mediaTypeOf } from './answer.ts'
import { type Client, connection } from './client.ts'
import { serializePath } from './path.ts'

/**
 * The methods of openapi-fetch, typed by the paths of the document: they resolve to `{ data, error, response }` instead of throwing.
 *
 * @see https://openapi-ts.dev/openapi-fetch/api
 */
export type PathMethods = Omit<FetchClient<paths>, 'use' | 'eject'>

/** openapi-fetch over the connection of a client: the same credentials, path values and errors of the network. */
export function createPathMethods(client: Client): PathMethods {
  const { baseUrl, requestInit, send } = client[connection]
  const { use, eject, ...methods } = createFetchClient<paths>({
    ...requestInit,
    baseUrl,
    fetch: (request) => send(request),
    pathSerializer: checkedPath,
  })
  use(documentedReading)
  return methods
}

const documentedReading: Middleware = {
  /** openapi-fetch fills in a path only where values are given. */
  onRequest({ schemaPath, params }) {
    if (!params.path) checkedPath(schemaPath, {})
  },
  /** openapi-fetch reads JSON unless told otherwise: text becomes JSON that says the same. */
  async onResponse({ response, options }) {
    const isText = response.ok && response.body && mediaTypeOf(response).startsWith('text/')
    if (!isText || options.parseAs !== 'json') return undefined
    return new Response(JSON.stringify(await response.text()), response)
  },
}

function checkedPath(template: string, values: Readonly<Record<string, unknown>>): string {
  return serializePath(template, values, { operation: undefined, method: '', url: template })
}
