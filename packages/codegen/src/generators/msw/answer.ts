import {
  concreteMediaType,
  type DocumentModel,
  eventStream,
  type Header,
  type MediaType,
  type Operation,
  type Response,
  sampleOf,
} from '../../model/index.ts'
import { quoted } from '../../text/literal.ts'
import { hasOtherKinds } from './kinds.ts'

/** One answer of an operation as a mock gives it. */
export interface Answer {
  /** The status as a member of an object and of a type: `404`, `'4XX'`. */
  readonly key: string
  readonly description: string
  readonly mediaType: string | undefined
  /** The type of a body, in TypeScript. */
  readonly bodyType: string
  /** By the names of the document; `default` where it gives none. */
  readonly examples: Readonly<Record<string, unknown>>
  /** Whether its JSON may be of another kind than the examples are. */
  readonly anyKind: boolean
  /** Whether the data of its events are JSON, a text among them in quotes. */
  readonly jsonData: boolean
  /** Those that the document gives a value for, or requires. */
  readonly headers: Readonly<Record<string, string>>
}

export function answersOf(model: DocumentModel, operation: Operation): Answer[] {
  return operation.responses.map((response) => {
    const key = /^\d+$/.test(response.status) ? response.status : quoted(response.status)
    const media = mediaOf(operation, response)
    const examples = media ? examplesOf(model, media) : {}
    return {
      key,
      description: response.description,
      mediaType: media && concreteMediaType(media.name),
      bodyType: media ? bodyType(operation, key, media) : 'undefined',
      examples,
      anyKind: media?.kind === 'json' && hasOtherKinds(model, media.schema, Object.values(examples)),
      jsonData: media?.name === eventStream && media.hasJsonItems,
      headers: headersOf(model, response),
    }
  })
}

/** JSON where there is a choice. What HEAD answers has no body (RFC 9110, section 9.3.2). */
function mediaOf({ method }: Operation, { content }: Response): MediaType | undefined {
  if (method === 'head') return undefined
  return content.find(({ kind }) => kind === 'json') ?? content[0]
}

function bodyType({ id }: Operation, key: string, { name, kind }: MediaType): string {
  const wire = `operations[${quoted(id)}]['responses'][${key}]['content'][${quoted(name)}]`
  if (kind === 'json') return wire
  if (kind === 'stream') return `string | readonly ${wire}[]`
  return kind === 'text' ? 'string' : 'Blob | string'
}

function examplesOf(
  { source }: DocumentModel,
  { examples, schema, kind }: MediaType,
): Record<string, unknown> {
  const written = (value: unknown) =>
    kind === 'json' || kind === 'stream' || typeof value === 'string' ? value : JSON.stringify(value)
  const sample = () => (kind === 'stream' ? [sampleOf(source, schema)] : sampleOf(source, schema))
  if (examples.length === 0) return { default: written(sample()) }
  return Object.fromEntries(examples.map(({ name, value }) => [name, written(value)]))
}

function headersOf({ source }: DocumentModel, { headers }: Response): Record<string, string> {
  const told = headers.filter(
    ({ name, required, examples }) =>
      // The media type says it (OpenAPI 3.1.1, section 4.8.17).
      name.toLowerCase() !== 'content-type' && (required || examples.length > 0),
  )
  const headerValue = ({ examples, schema }: Header) => examples[0]?.value ?? sampleOf(source, schema)
  return Object.fromEntries(told.map((header) => [header.name, String(headerValue(header))]))
}
