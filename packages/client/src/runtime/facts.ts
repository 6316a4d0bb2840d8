import type { Attempt } from '../errors/index.ts'

/** What the runtime has to know of an operation: the few facts of the document that decide how it is called. */
export interface OperationFacts<Id extends string = string> {
  /** The `operationId`. */
  readonly id: Id
  /** The HTTP method, in upper case. */
  readonly method: string
  /** The path template. */
  readonly path: string
  /** Status, range (`4XX`) or `default` → the media types of its body, joined by commas; empty where it has none. */
  readonly responses: Readonly<Record<string, string>>
  /** Member of the input → where it goes; with its name on the wire where that is another one. Path values go by the template. */
  readonly parameters: Readonly<Record<string, ParameterPlace>>
  /** What only few operations need. */
  readonly rare: RareFacts
}

/** Where an operation is, whether or not there is one. */
export type Place = Pick<OperationFacts, 'method' | 'path'>

/** What an error says of a call of which nothing was sent. */
export function unsent<Id extends string>(facts: Place & { readonly id: Id }): Attempt<Id>
/** The same of a place where the document has no operation. */
export function unsent(place: Place & { readonly id?: never }): Attempt<undefined>
/** Either. */
export function unsent({ id, method, path }: Place & { readonly id?: string }): Attempt {
  return { operation: id, method, url: path }
}

/** Where a parameter goes that code can set. */
export type ParameterLocation = 'path' | 'query' | 'header'
/** The location alone, or with the name on the wire where the member of the input has another one. */
export type ParameterPlace = ParameterLocation | readonly [location: ParameterLocation, nameOnTheWire: string]

/** Every parameter that code can set: the member of the input, the location, and the name on the wire. */
export function placesOf({
  parameters,
}: OperationFacts): (readonly [argument: string, location: ParameterLocation, name: string])[] {
  return Object.entries(parameters).map(([argument, place]) =>
    typeof place === 'string' ? [argument, place, argument] : [argument, ...place],
  )
}

/** Facts that only few operations have. */
export interface RareFacts {
  /** No credentials are looked at, so none are sent. */
  readonly anonymous?: true
  /** The media type of the body, where it is not `application/json`; empty where `fetch` says it better. */
  readonly mediaType?: string
  /** Writes a body that is not JSON. A method, so that each operation may name the type of its own body. */
  writeBody?(body: unknown): unknown
  /** Writes the query, where it may hold lists or objects: openapi-fetch's serializer. */
  readonly query?: (values: Readonly<Record<string, unknown>>) => string
  /** Whether a repetition changes nothing more, where the document says otherwise than the method. */
  readonly idempotent?: boolean
}
