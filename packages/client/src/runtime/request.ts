import { createFinalURL, createQuerySerializer } from 'openapi-fetch'
import { RefusedError } from '../errors/index.ts'
import type { CallOptions } from './call-options.ts'
import type { Connection } from './client.ts'
import type { OperationFacts, ParameterLocation } from './facts.ts'
import { serializePath } from './path.ts'

/** What a caller gives, by name. */
export type Members = Readonly<Record<string, unknown>>

/**
 * The request of a call.
 *
 * @throws {@link RefusedError} for a path value that leads elsewhere, and for what cannot be sent at all.
 */
export function requestOf(
  { baseUrl, requestInit }: Connection,
  facts: OperationFacts,
  input: Members,
  options: CallOptions,
): Request {
  const { id: operation, method, path: url } = facts
  const attempt = { operation, method, url }
  const parameters = parametersOf(facts, input)
  try {
    const target = createFinalURL(url, {
      baseUrl,
      params: parameters,
      querySerializer: createQuerySerializer(facts.rare.query),
      pathSerializer: (template, values) => serializePath(template, values, attempt),
    })
    return new Request(target, {
      ...requestInit,
      method,
      ...bodyAndHead(facts, input, parameters.header, options),
    })
  } catch (error) {
    if (error instanceof RefusedError) throw error
    // Without a cause: what `Headers` and `Request` throw quotes the value, which may be a secret.
    throw new RefusedError('request', 'headers and a body that can be sent', attempt)
  }
}

function bodyAndHead(
  { rare }: OperationFacts,
  { body }: Members,
  header: object,
  options: CallOptions,
): RequestInit {
  const { mediaType = 'application/json', writeBody = JSON.stringify } = rare
  const type = body !== undefined && mediaType && { 'Content-Type': mediaType }
  return {
    signal: options.signal ?? null,
    headers: { ...type, ...header, ...options.headers },
    body: body === undefined ? null : writeBody(body),
  }
}

/** Sorts the members of the input to where they go. What is no parameter goes nowhere. */
function parametersOf({ parameters }: OperationFacts, input: Members) {
  const params: Record<ParameterLocation, Record<string, unknown>> = { path: {}, query: {}, header: {} }
  for (const [argument, place] of Object.entries(parameters)) {
    const [location, name] = typeof place === 'string' ? [place, argument] : place
    if (input[argument] !== undefined) params[location][name] = input[argument]
  }
  return params
}
