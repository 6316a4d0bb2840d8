import { type Example, readExamples } from './example.ts'
import type { Schema, SourceDocument, SourceMediaType } from './source.ts'

/** One representation of a body: `application/json` with its schema and examples. */
export interface MediaType {
  /** As written in the document, in lower case: `text/plain`. */
  readonly name: string
  /** What a client does with the bytes. Decided by the media type alone. */
  readonly kind: 'json' | 'text' | 'form' | 'binary'
  readonly schema: Schema
  readonly examples: readonly Example[]
}

type Content = Readonly<Record<string, SourceMediaType>>

export function readContent(document: SourceDocument, content: Content | undefined): MediaType[] {
  return Object.entries(content ?? {}).map(([written, source]) => {
    const name = written.toLowerCase()
    return {
      name,
      kind: kindOf(name),
      schema: source.schema ?? {},
      examples: readExamples(document, source),
    }
  })
}

function kindOf(mediaType: string): MediaType['kind'] {
  if (mediaType === 'application/json' || mediaType.endsWith('+json')) return 'json'
  if (mediaType.startsWith('text/')) return 'text'
  if (mediaType === 'application/x-www-form-urlencoded' || mediaType === 'multipart/form-data') return 'form'
  return 'binary'
}
