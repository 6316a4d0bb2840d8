import { type Conformance, createConformance } from './conformance.ts'
import type { Schema, Schemas } from './operation.ts'

/** What the document says of one answer of an operation. */
export interface AnswerFacts {
  /** Header name → what its value has to satisfy. */
  readonly headers?: Readonly<Record<string, HeaderFacts>>
  /** Media type → schema of the body. Empty or absent: no body is described. */
  readonly content?: Readonly<Record<string, Schema>>
}

/** What the document says of one header. */
export interface HeaderFacts {
  readonly required: boolean
  readonly schema: Schema
}

/** An answer of the document, ready to hold a real one to it. */
export interface DocumentedAnswer {
  /** `200`, `4XX` or `default`. */
  readonly status: string
  readonly headers: Readonly<Record<string, HeaderFacts>>
  readonly content: Readonly<Record<string, Schema>>
  readonly conformance: Conformance
}

/** Turns the facts of an operation's answers, by status, into answers that a check can expect. */
export function documented<Facts extends Readonly<Record<string, AnswerFacts>>>(
  schemas: Schemas,
  facts: Facts,
): { readonly [Status in keyof Facts]: DocumentedAnswer } {
  const conformance = conformanceOf(schemas)
  const answers = Object.entries(facts).map(([status, { headers = {}, content = {} }]) => {
    return [status, { status, headers, content, conformance }]
  })
  return Object.fromEntries(answers)
}

const conformances = new WeakMap<Schemas, Conformance>()

/** One compiler per document: all operations share its schemas. */
function conformanceOf(schemas: Schemas): Conformance {
  const known = conformances.get(schemas)
  if (known) return known
  const conformance = createConformance(schemas)
  conformances.set(schemas, conformance)
  return conformance
}
