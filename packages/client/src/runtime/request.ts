import { RefusedError } from '../errors/index.ts'
import type { ParameterLocation } from './facts.ts'
import { serializePath } from './path.ts'
import type { Run } from './run.ts'

/** What a caller gives, by name. */
export type Members = Readonly<Record<string, unknown>>

/** What all requests of one call have in common. */
export interface RequestParts {
  readonly url: string
  readonly headers: object
  readonly body: BodyInit | null
}

/**
 * The URL, the headers and the body of a call.
 *
 * @throws RefusedError when a path value leads elsewhere, or a body cannot be written.
 */
export function requestParts(run: Run, input: Members): RequestParts {
  const { facts, connection, event } = run
  const { mediaType = 'application/json', writeBody = JSON.stringify, query = simpleQuery } = facts.rare
  const { body } = input
  const type = body !== undefined && mediaType && { 'Content-Type': mediaType }
  return sendable(run, () => {
    const values = valuesByLocation(run, input)
    const search = query(values.query)
    return {
      url: connection.baseUrl + serializePath(facts.path, values.path, event) + (search && `?${search}`),
      headers: { ...type, ...values.header },
      body: body === undefined ? null : writeBody(body),
    }
  })
}

/** A request of the call, with the token of this attempt. */
export function requestOf(run: Run, parts: RequestParts, further: object, signal: AbortSignal): Request {
  const { connection, facts, token } = run
  const { url, body, headers } = parts
  return sendable(run, () => {
    const init = {
      ...connection.requestInit,
      method: facts.method,
      headers: { ...headers, ...further },
      body,
      signal,
    }
    const request = new Request(url, init)
    if (token !== undefined) request.headers.set('Authorization', `Bearer ${token}`)
    return request
  })
}

function sendable<Made>({ event }: Run, make: () => Made): Made {
  try {
    return make()
  } catch (error) {
    if (error instanceof RefusedError) throw error
    // Without a cause: what `Headers` and `Request` throw quotes the value, which may be a secret.
    throw new RefusedError('request', 'headers and a body that can be sent', event)
  }
}

/** Sorts the members of the input to where they go. What is no parameter goes nowhere: a path has only the names of its template. */
function valuesByLocation({ facts }: Run, input: Members) {
  const values: Record<ParameterLocation, Record<string, unknown>> = {
    path: { ...input },
    query: {},
    header: {},
  }
  for (const [argument, place] of Object.entries(facts.parameters)) {
    const [location, name] = typeof place === 'string' ? [place, argument] : place
    if (input[argument] !== undefined) values[location][name] = input[argument]
  }
  return values
}

/** Single values alone; an operation with lists or objects in its query brings what writes them. */
function simpleQuery(values: Members): string {
  return Object.entries(values)
    .map((pair) => pair.map((part) => encodeURIComponent(String(part))).join('='))
    .join('&')
}
