import { isUserApiError } from '../errors/guards.ts'
import { RefusedError } from '../errors/index.ts'
import { type ParameterLocation, placesOf } from './facts.ts'
import type { FetchInit } from './fetch.ts'
import type { Hooks } from './hooks.ts'
import { serializePath } from './path.ts'
import type { Run } from './run.ts'
import { textOf } from './text-of.ts'

/** What a caller gives, by name. */
export type Members = Readonly<Record<string, unknown>>

/** What all requests of one call have in common. */
export interface RequestParts {
  /** Without its query. */
  readonly url: string
  /** The query with its question mark; empty where there is none. */
  readonly search: string
  /** The header of the body. */
  readonly headers: Record<string, string> | undefined
  /** Headers that are parameters of the operation. */
  readonly given: object | undefined
  readonly body: unknown
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
  const headers = body !== undefined && mediaType ? { 'content-type': mediaType } : undefined
  return sendable(run, () => {
    const values = valuesByLocation(run, input)
    const search = values.query && query(values.query)
    return {
      url: connection.baseUrl + serializePath(facts.path, values.path, event),
      search: search ? `?${search}` : '',
      headers,
      given: values.header,
      body: body === undefined ? null : writeBody(body),
    }
  })
}

/** What `fetch` needs for a request of the call, with the token of this attempt. `further` are headers of a hook. */
export function initOf(
  run: Run,
  parts: RequestParts,
  further: ReturnType<NonNullable<Hooks['onRequest']>>,
  signal: AbortSignal,
): FetchInit {
  const { connection, facts, options, token } = run
  const { body } = parts
  const authorization = token && { authorization: `Bearer ${token}` }
  let headers: Record<string, string> = { ...parts.headers, ...authorization }
  // Only what somebody else gave may be unsendable, or say the same in another case.
  if (parts.given || further || options.headers)
    headers = sendable(run, () =>
      merged([parts.headers, parts.given, further, options.headers, authorization]),
    )
  return {
    ...connection.requestInit,
    method: facts.method,
    headers,
    body,
    signal,
    ...(isStream(body) && { duplex: 'half' }),
  }
}

/** Headers in which the last of each name counts, whatever its case. Each part is an object, pairs or `Headers`. */
function merged(all: readonly unknown[]): Record<string, string> {
  const headers = new Headers()
  for (const some of all)
    for (const [name, value] of isIterable(some) ? some : Object.entries(Object(some)))
      if (value !== undefined && value !== null) headers.set(name, textOf(value))
  return Object.fromEntries(headers)
}

function isIterable(some: unknown): some is Iterable<[string, unknown]> {
  return Symbol.iterator in Object(some)
}

/** A web stream, or what Node and others iterate. It can be sent once. */
export function isStream(body: unknown): boolean {
  return Symbol.asyncIterator in Object(body) || 'getReader' in Object(body)
}

function sendable<Made>({ event }: Run, make: () => Made): Made {
  try {
    return make()
  } catch (error) {
    if (isUserApiError(error)) throw error
    // Without a cause: what `Headers` throws quotes the value, which may be a secret.
    throw new RefusedError('request', 'sendable headers and body', event)
  }
}

/** A path is always written. */
type Values = { path: Members } & { [Location in ParameterLocation]?: Members }

/** Sorts the members of the input to where they go. What is no parameter goes nowhere: a path has only the names of its template. */
function valuesByLocation({ facts }: Run, input: Members) {
  const values: Values = { path: input }
  for (const [argument, location, name] of placesOf(facts)) {
    if (input[argument] === undefined) continue
    values[location] = { ...values[location], [name]: input[argument] }
  }
  return values
}

/** Single values alone; an operation with lists or objects in its query brings what writes them. */
function simpleQuery(values: Members): string {
  return Object.entries(values)
    .map((pair) => pair.map((part) => encodeURIComponent(String(part))).join('='))
    .join('&')
}
