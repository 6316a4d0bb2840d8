import { resolveSchema } from './reference.ts'
import type { Schema, SourceDocument, SourceMediaType } from './source.ts'

/**
 * Whether a body of a media type is a sequence of items, each of which means something before the next one has come.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#sequential-media-types
 */
export function isStreamed(mediaType: string): boolean {
  return mediaType === eventStream || /[/+](?:x-)?(?:ndjson|jsonl|jsonlines|json-seq)$/.test(mediaType)
}

/** Server-sent events. */
export const eventStream = 'text/event-stream'

/**
 * The schema of one item. 3.2 has `itemSchema`. A document of 3.1 has `schema` alone, which is a list of items there, or the one schema that all items have. An
 * item of server-sent events is the event: `schema` is that of its data.
 */
export function itemSchemaOf(document: SourceDocument, mediaType: string, media: SourceMediaType): Schema {
  const { itemSchema, schema = {} } = media
  const target = resolveSchema(document, schema)
  const listed = target.type === 'array' ? (target.items ?? {}) : schema
  if (mediaType === eventStream)
    return itemSchema ? withReadData(document, itemSchema) : eventWith(withoutBytes(document, listed))
  // A text is the whole body, of which the document says no more.
  return itemSchema ?? (isText(document, listed) ? {} : listed)
}

/** Whether the data of an event are a text, and not JSON. */
export function hasTextData(document: SourceDocument, event: Schema): boolean {
  const { data } = resolveSchema(document, event).properties ?? {}
  return data === undefined || isText(document, data)
}

/** An event as OpenAPI 3.2 describes it. */
function eventWith(data: Schema): Schema {
  return {
    type: 'object',
    required: ['data'],
    properties: {
      event: { type: 'string', description: 'The type of the event; absent where it is `message`.' },
      data,
      id: { type: 'string', description: 'The id of the event, where it has one.' },
    },
  }
}

/** An event whose data are what they hold, where they hold JSON (OpenAPI 3.2.0, section 4.14.4.3); else they stay texts. */
function withReadData(document: SourceDocument, itemSchema: Schema): Schema {
  const { discriminator: _, ...event } = resolveSchema(document, itemSchema)
  const alternatives = event.oneOf ?? event.anyOf
  if (alternatives === undefined) return withDataOf(event, dataOf(document, event))
  const events = alternatives.map((alternative) => resolveSchema(document, alternative))
  const read = events.map((each) => dataOf(document, each))
  const isMixed = read.some((data) => data === undefined)
  return { anyOf: events.map((each, index) => withDataOf(each, isMixed ? undefined : read[index])) }
}

/** What the data of an event hold, where that is JSON and no text itself. */
function dataOf(document: SourceDocument, { properties }: Schema): Schema | undefined {
  const { contentMediaType, contentSchema = {} } = resolveSchema(document, properties?.['data'] ?? {})
  return contentMediaType === 'application/json' && !isText(document, contentSchema)
    ? contentSchema
    : undefined
}

function withDataOf(event: Schema, data: Schema | undefined): Schema {
  const { properties } = event
  const { contentMediaType: _, contentSchema: __, ...text } = properties?.['data'] ?? {}
  return properties?.['data'] ? { ...event, properties: { ...properties, data: data ?? text } } : event
}

/** What 3.0 called binary is a text here. */
function withoutBytes(document: SourceDocument, schema: Schema): Schema {
  return isText(document, schema) ? { type: 'string', description: 'The data of the event.' } : schema
}

/** A text, or anything at all. */
function isText(document: SourceDocument, schema: Schema): boolean {
  const { type, enum: values = [], const: value, ...others } = resolveSchema(document, schema)
  if (type !== undefined) return type === 'string'
  const known = value === undefined ? values : [value]
  if (known.length > 0) return known.every((each) => typeof each === 'string')
  return !['oneOf', 'anyOf', 'allOf', 'properties', 'items', 'not'].some((keyword) => keyword in others)
}
