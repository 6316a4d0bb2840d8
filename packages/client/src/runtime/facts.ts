import type { Attempt } from '../errors/index.ts'
import type { Connection, Settings } from './connection.ts'
import type { FetchInit } from './fetch.ts'
import type { CallEvent } from './hooks.ts'

/** What the runtime has to know of an operation: the few facts of the document that decide how it is called. */
export interface OperationFacts<Id extends string = string> extends RareFacts {
  /** The `operationId`. */
  readonly id: Id
  /** The HTTP method, in upper case. */
  readonly method: string
  /** The path template. */
  readonly path: string
  /** Status, range (`4XX`) or `default` → the media types of its body, joined by commas; empty where it has none. */
  readonly responses: Readonly<Record<string, string>>
}

/** What an error says of a call of which nothing was sent. */
export function unsent({
  id,
  method,
  path,
}: Pick<OperationFacts, 'id' | 'method' | 'path'>): Attempt<string> {
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
export interface PlacedValues extends Pick<RareFacts, 'writeBody'> {
  /** The path with its query, as it is sent. */
  readonly path?: string
  readonly header?: Readonly<Record<string, unknown>> | undefined
}

/** What the document says of a response. */
export type Documented = readonly [
  /** Joined by commas; `undefined` where the document does not name the status. */
  mediaTypes: string | undefined,
  /** The one that the response has, unless it has another. */
  mediaType: string | false | undefined,
  content: Promise<unknown>,
]

/** A body as `fetch` takes it: members of its options. */
export interface WrittenBody extends Partial<Pick<FetchInit, 'body' | 'headers' | 'duplex'>> {}

/** Facts that only few operations have. */
export interface RareFacts {
  /** Where members of the input go. Path values go by the template. */
  readonly parameters?: readonly ParameterPlace[]
  /** No credentials are looked at, so none are sent. */
  readonly anonymous?: true
  /**
   * Writes the body, where the operation takes one of a media type that is known before the call. A method, so that each operation may
   * name the type of its own body.
   *
   * @internal
   */
  writeBody?(body: unknown, run: Run): WrittenBody
  /**
   * Reads a response where a status may have several media types, or one that is neither text nor JSON, or is one of a range.
   *
   * @internal
   */
  readonly readOther?: (response: Response, run: Run) => Documented
  /**
   * Puts parameters where they go, where there are others than path values, and looks at what the caller chooses.
   *
   * @internal
   */
  readonly placed?: (run: Run, input: Record<string, unknown>) => PlacedValues
  /** Whether a repetition changes nothing more. Default: for `GET`. */
  readonly idempotent?: boolean
}

/** A call that is under way. */
export interface Run extends Settings, Connection {
  readonly facts: OperationFacts
  readonly began: number
  /** What errors and hooks say of the attempt that is made now. */
  event: CallEvent & { url: string; attempt: number }
  /** The token of the last attempt. */
  token?: string | undefined
}
