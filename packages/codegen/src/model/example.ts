import { resolve } from './reference.ts'
import type { Reference, SourceDocument, SourceExample } from './source.ts'

/** One named example of a body, a parameter or a header. */
export interface Example {
  /** Its key in the document; `default` where the document uses the unnamed `example`. */
  readonly name: string
  readonly summary: string
  readonly description: string
  readonly value: unknown
  /** `x-cure`: what to do about the failure that it shows. */
  readonly cure?: string | undefined
}

interface WithExamples {
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, SourceExample | Reference>>
}

/** The examples that have a value: one may only have a summary, or stand in a file of its own (`externalValue`). */
export function readExamples(document: SourceDocument, source: WithExamples): Example[] {
  if (source.example !== undefined) return [unnamed(source.example)]
  return Object.entries(source.examples ?? {}).flatMap(([name, example]) => {
    const { summary = '', description = '', value, 'x-cure': cure } = resolve(document, example).value
    return value === undefined ? [] : [{ name, summary, description, value, cure }]
  })
}

function unnamed(value: unknown): Example {
  return { name: 'default', summary: '', description: '', value }
}
