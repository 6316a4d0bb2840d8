import { type Conformance, createConformance } from './conformance.ts'
import type { Schema, Schemas } from './operation.ts'

/** What the document says of one response of an operation. */
export interface ResponseDescription {
  /** Header name → what its value has to satisfy. */
  readonly headers?: Readonly<Record<string, HeaderDescription>>
  /** Media type → schema of the body. Empty or absent: no body is described. */
  readonly content?: Readonly<Record<string, Schema>>
}

/** What the document says of one header. */
export interface HeaderDescription {
  readonly required: boolean
  readonly schema: Schema
}

/** A response of the document, ready to hold a real one to it. */
export interface DocumentedResponse {
  /** `200`, `4XX` or `default`. */
  readonly status: string
  readonly headers: Readonly<Record<string, HeaderDescription>>
  readonly content: Readonly<Record<string, Schema>>
  readonly conformance: Conformance
}

/** Turns the facts of an operation's responses, by status, into responses that a check can expect. */
export function documented<Status extends string | number>(
  schemas: Schemas,
  facts: Readonly<Record<Status, ResponseDescription>>,
): Readonly<Record<Status, DocumentedResponse>> {
  const conformance = conformanceOf(schemas)
  const responses = Object.entries<ResponseDescription>(facts).map(
    ([status, { headers = {}, content = {} }]) => {
      return [status, { status, headers, content, conformance }]
    },
  )
  return Object.fromEntries(responses)
}

const conformances = new WeakMap<Schemas, Conformance>()

/** One compiler per document: all operations share its schemas. */
export function conformanceOf(schemas: Schemas): Conformance {
  const known = conformances.get(schemas)
  if (known) return known
  const conformance = createConformance(schemas)
  conformances.set(schemas, conformance)
  return conformance
}
