import { DocumentError } from './errors.ts'
import { type Example, readExamples } from './example.ts'
import { isMembers } from './schema-walk.ts'
import type { Schema, SourceDocument, SourceEncoding, SourceMediaType } from './source.ts'
import { eventStream, hasTextData, isStreamed, itemSchemaOf } from './stream.ts'

/** One representation of a body: `application/json` with its schema and examples. */
export interface MediaType {
  /** Without parameters, in lower case: `text/plain`, or a range such as `image/*`. */
  readonly name: string
  /** What a client does with the bytes. Decided by the media type alone. */
  readonly kind: 'json' | 'text' | 'form' | 'binary' | 'stream'
  /** That of one item, where the kind is `stream`. */
  readonly schema: Schema
  /** Whether an item, or the data of an event, is JSON. Of the kind `stream` alone. */
  readonly hasJsonItems: boolean
  /** How properties of a form are written, by their names, where the document says. */
  readonly encoding: Readonly<Record<string, SourceEncoding>>
  /** Those of a stream are lists of its items, or texts. */
  readonly examples: readonly Example[]
}

type Content = Readonly<Record<string, SourceMediaType>>

/** What is sent, or stands in a parameter: a stream there is text or bytes, as the media type says. */
export function readContent(document: SourceDocument, content: Content | undefined): MediaType[] {
  return Object.entries(content ?? {}).map(([name, source]) => ({
    name,
    kind: kindOf(name),
    schema: source.schema ?? {},
    hasJsonItems: false,
    encoding: source.encoding ?? {},
    examples: readExamples(document, source),
  }))
}

/** What comes back, where a stream is one of items. */
export function readAnswerContent(document: SourceDocument, content: Content | undefined): MediaType[] {
  return readContent(document, content).map((media) =>
    isStreamed(media.name)
      ? {
          ...media,
          kind: 'stream',
          hasJsonItems: media.name !== eventStream || !hasTextData(document, media.schema),
          examples: media.examples.map((example) => ({
            ...example,
            value: asItems(media.name, example.value),
          })),
        }
      : media,
  )
}

/** An example of a stream as its items; a text is the stream as it is sent. */
function asItems(mediaType: string, value: unknown): unknown {
  if (typeof value === 'string') return value
  const isEvent = (item: unknown) => isMembers(item) && 'data' in item
  const items = Array.isArray(value) ? value : [value]
  return items.map((item) => (mediaType !== eventStream || isEvent(item) ? item : { data: item }))
}

/** One of a range: `image/example` for `image/*`, as RFC 4735 names what is none in particular. */
export function concreteMediaType(name: string): string {
  return name.replace('*/*', 'application/octet-stream').replace('*', 'example')
}

/** Whether a value is bytes, which JSON cannot hold: `format: binary` as in 3.0, or a media type without an encoding (OpenAPI 3.1.1, section 4.8.14.3). */
export function isBytes(schema: Schema): boolean {
  const { format, contentMediaType, contentEncoding } = schema
  return format === 'binary' || (contentMediaType !== undefined && contentEncoding === undefined)
}

/**
 * A document whose media types are written as they are compared: in lower case, without parameters (RFC 9110, section 8.3.1). What
 * would be there twice is there once, as it comes first. The schema of a stream that comes back is that of one item.
 */
export function withPlainMediaTypes(document: SourceDocument): SourceDocument {
  // The document keeps its shape: only keys change, and schemas of streams.
  return plainPart(document, { document, isAnswer: false }) as SourceDocument
}

interface Surroundings {
  readonly document: SourceDocument
  /** Whether the part belongs to what comes back. */
  readonly isAnswer: boolean
}

function plainPart(part: unknown, around: Surroundings): unknown {
  if (Array.isArray(part)) return part.map((item) => plainPart(item, around))
  if (!isMembers(part)) return part
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      if (key === 'content' && isMembers(value)) return [key, plainContent(value, around)]
      const within = key === 'responses' ? { ...around, isAnswer: true } : around
      // What stands in these is data, or a schema that may have a property of the name.
      return [key, /^(?:schema|schemas|examples?|x-.*)$/.test(key) ? value : plainPart(value, within)]
    }),
  )
}

function plainContent(content: Readonly<Record<string, unknown>>, around: Surroundings): object {
  const plain: Record<string, unknown> = {}
  for (const [written, media] of Object.entries(content)) {
    const name = (written.split(';')[0] ?? '').trim().toLowerCase()
    plain[name] ??= plainMedia(name, plainPart(media, around), around)
  }
  return plain
}

function plainMedia(name: string, media: unknown, { document, isAnswer }: Surroundings): unknown {
  if (!isAnswer || !isStreamed(name) || !isMembers(media)) return media
  const { itemSchema: _, ...others } = media
  try {
    return { ...others, schema: itemSchemaOf(document, name, media) }
  } catch (error) {
    // A reference that leads nowhere is told where the operation is read.
    if (error instanceof DocumentError) return media
    throw error
  }
}

/** JSON by its suffix, as the client has it. */
function kindOf(mediaType: string): MediaType['kind'] {
  if (/\bjson$/.test(mediaType)) return 'json'
  if (mediaType.startsWith('text/') || mediaType.endsWith('xml')) return 'text'
  if (mediaType === 'application/x-www-form-urlencoded' || mediaType === 'multipart/form-data') return 'form'
  return 'binary'
}
