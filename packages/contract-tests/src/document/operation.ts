/** What the suite has to know of an operation in order to call it. Generated from the document. */
export interface OperationDescription {
  /** The `operationId`. */
  readonly id: string
  /** In upper case, as it is sent: `POST`. */
  readonly method: string
  /** The path template: `/pets/{id}/photos`. */
  readonly path: string
  /** The media type of a request body; undefined where the operation takes none. */
  readonly requestMediaType: string | undefined
  /** Every status that the document has for it: `200`, `4XX`, `default`. */
  readonly statuses: readonly string[]
  /** Whether a repetition changes nothing more: `x-idempotent`, else a safe method (RFC 9110, section 9.2.1). */
  readonly idempotent: boolean
  /** `x-internal`: a neighbour, which the published document lacks. */
  readonly internal: boolean
}

/** One way to prove who is calling, as the document's `securitySchemes` describe it. */
export type SecurityScheme =
  | { readonly kind: 'bearer' }
  | { readonly kind: 'basic' }
  | {
      readonly kind: 'apiKey'
      readonly in: string
      readonly parameter: string
      /** What stands before the token. */
      readonly prefix?: string
    }
  | { readonly kind: 'other'; readonly type: string }

/** A JSON Schema 2020-12, as it stands in the document. */
export type Schema = Readonly<Record<string, unknown>>

/** The named schemas of the document, which `#/components/schemas/…` refers to. */
export type Schemas = Readonly<Record<string, Schema>>

/** Values for the parameters of a query; an array is sent as a repeated parameter. */
export type QueryValues = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** A JSON object as a request carries it. */
export type JsonObject = Readonly<Record<string, unknown>>

/** What a call fills in: one shape for all operations. Each operation fixes the properties that it needs. */
export interface RequestInput {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: QueryValues
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}
