import type { Attempt } from '../errors/index.ts'
import type { Run } from './run.ts'

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
  /** Where members of the input go. Path values go by the template. */
  readonly parameters: readonly ParameterPlace[]
  /** What only few operations need. */
  readonly rare: RareFacts
}

/** Where an operation is, whether or not there is one. */
export type Place = Pick<OperationFacts, 'method' | 'path'>

/** What an error says where no operation was called yet. */
export const nothingYet: Attempt<undefined> = { operation: undefined, method: '', url: '' }

/** What an error says of a call of which nothing was sent. */
export function unsent<Id extends string>(facts: Place & { readonly id: Id }): Attempt<Id>
/** The same of a place where the document has no operation. */
export function unsent(place: Place & { readonly id?: never }): Attempt<undefined>
/** Either. */
export function unsent({ id, method, path }: Place & { readonly id?: string }): Attempt {
  return { operation: id, method, url: path }
}

/** Where a parameter goes that code can set. */
export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie'
/**
 * A member of the input, where it goes, its name on the wire where that is another one, and its style where it is not the usual one:
 * `form` is not exploded, `form*` is, `form*+` lets reserved characters through, `json` is JSON.
 */
export type ParameterPlace = readonly [
  argument: string,
  location: ParameterLocation,
  nameOnTheWire?: string | undefined,
  style?: string,
]

/** Parameters by where they go, and what the caller has chosen: facts that hold instead of those of the operation. */
export interface PlacedValues extends Pick<RareFacts, 'mediaType' | 'writeBody' | 'isStream'> {
  /** The path, as it is sent. */
  readonly path?: string
  readonly header?: Readonly<Record<string, unknown>> | undefined
  /** The query, without its question mark. */
  readonly search?: string | undefined
  /** Where the operation is, instead of the base URL of the client. */
  readonly baseUrl?: string
}

/** Facts that only few operations have. */
export interface RareFacts {
  /** No credentials are looked at, so none are sent. */
  readonly anonymous?: true
  /** The media type of the body, where it is not `application/json`; empty where `fetch` says it better. */
  readonly mediaType?: string
  /** Writes a body that is not JSON. A method, so that each operation may name the type of its own body. */
  writeBody?(body: unknown): unknown
  /** Whether a body is a stream, where it may be one: it is sent once. */
  readonly isStream?: (body: unknown) => boolean
  /** Reads a response that is neither text nor JSON, where there may be one; `undefined` for any other. */
  readonly read?: (
    response: Response,
    mediaType: string | undefined,
    run: Run,
  ) => Promise<unknown> | undefined
  /** The media types of a status that has no entry of its own, where ranges or `default` have one. */
  readonly byRange?: (responses: OperationFacts['responses'], response: Response) => string | undefined
  /** The range that a media type is in, where ranges are documented. */
  readonly byMediaRange?: (ranges: readonly string[], mediaType: string | undefined) => string | undefined
  /** Puts parameters where they go, where there are others than path values, and looks at what the caller chooses. */
  readonly placed?: (run: Run, input: Record<string, unknown>) => PlacedValues
  /** Whether a repetition changes nothing more. Default: for `GET`. */
  readonly idempotent?: boolean
}
