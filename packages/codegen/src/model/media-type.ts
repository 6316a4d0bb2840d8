import { type Example, readExamples } from './example.ts'
import { isMembers } from './schema-walk.ts'
import type { Schema, SourceDocument, SourceEncoding, SourceMediaType } from './source.ts'

/** One representation of a body: `application/json` with its schema and examples. */
export interface MediaType {
  /** Without parameters, in lower case: `text/plain`, or a range such as `image/*`. */
  readonly name: string
  /** What a client does with the bytes. Decided by the media type alone. */
  readonly kind: 'json' | 'text' | 'form' | 'binary'
  readonly schema: Schema
  /** How properties of a form are written, by their names, where the document says. */
  readonly encoding: Readonly<Record<string, SourceEncoding>>
  readonly examples: readonly Example[]
}

type Content = Readonly<Record<string, SourceMediaType>>

export function readContent(document: SourceDocument, content: Content | undefined): MediaType[] {
  return Object.entries(content ?? {}).map(([name, source]) => ({
    name,
    kind: kindOf(name),
    schema: source.schema ?? {},
    encoding: source.encoding ?? {},
    examples: readExamples(document, source),
  }))
}

/** Whether a value is bytes, which JSON cannot hold: `format: binary` as in 3.0, or a media type without an encoding (OpenAPI 3.1.1, section 4.8.14.3). */
export function isBytes(schema: Schema): boolean {
  const { format, contentMediaType, contentEncoding } = schema
  return format === 'binary' || (contentMediaType !== undefined && contentEncoding === undefined)
}

/**
 * A document whose media types are written as they are compared: in lower case, without parameters (RFC 9110, section 8.3.1). What
 * would be there twice is there once, as it comes first.
 */
export function withPlainMediaTypes(document: SourceDocument): SourceDocument {
  // The document keeps its shape: only keys change.
  return plainPart(document) as SourceDocument
}

function plainPart(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(plainPart)
  if (!isMembers(part)) return part
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      if (key === 'content' && isMembers(value)) return [key, plainContent(value)]
      // What stands in these is data, or a schema that may have a property of the name.
      return [key, /^(?:schema|schemas|examples?|x-.*)$/.test(key) ? value : plainPart(value)]
    }),
  )
}

function plainContent(content: Readonly<Record<string, unknown>>): object {
  const plain: Record<string, unknown> = {}
  for (const [written, media] of Object.entries(content)) {
    const name = (written.split(';')[0] ?? '').trim().toLowerCase()
    plain[name] ??= plainPart(media)
  }
  return plain
}

function kindOf(mediaType: string): MediaType['kind'] {
  if (mediaType === 'application/json' || mediaType.endsWith('+json')) return 'json'
  if (mediaType.startsWith('text/') || mediaType.endsWith('xml')) return 'text'
  if (mediaType === 'application/x-www-form-urlencoded' || mediaType === 'multipart/form-data') return 'form'
  return 'binary'
}
