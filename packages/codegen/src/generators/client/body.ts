import { type DocumentModel, type MediaType, type Operation, resolveSchema } from '../../model/index.ts'
import { quoted } from '../../text/literal.ts'

/** The media type that the function of an operation sends: JSON where there is a choice. */
export function sentMediaType({ requestBody }: Operation): MediaType | undefined {
  return requestBody?.content.find(({ kind }) => kind === 'json') ?? requestBody?.content[0]
}

/** The type of the body in the input. */
export function bodyType(operation: Operation, { name, kind }: MediaType): string {
  if (name === 'multipart/form-data') return 'FormData'
  if (kind === 'binary') return 'Blob'
  return `NonNullable<operations[${quoted(operation.id)}]['requestBody']>['content'][${quoted(name)}]`
}

/** How a body that is not plain JSON is written, as members of `RareFacts`. */
export function bodyFacts(model: DocumentModel, { name, kind, schema }: MediaType): BodyFacts {
  const json = kind === 'json' ? jsonFacts(model, schema) : {}
  if (name === 'application/json') return json
  // fetch alone knows the boundary between the parts of a form.
  if (name === 'multipart/form-data') return { mediaType: "''", writeBody: 'writeAsIs' }
  const mediaType = quoted(name)
  if (kind === 'json') return { mediaType, ...json }
  if (kind === 'form') return { mediaType, writeBody: 'writeForm' }
  return { mediaType, writeBody: 'writeAsIs', isStream: 'isStream' }
}

/** The runtime refuses a text in the place of an object, which is often JSON already, unless the document allows one. */
function jsonFacts({ source }: DocumentModel, schema: MediaType['schema']): BodyFacts {
  const { type, properties, allOf } = resolveSchema(source, schema)
  const isStructured = type === 'object' || type === 'array' || properties || allOf
  return isStructured ? {} : { writeBody: 'JSON.stringify' }
}

/** Members of `RareFacts`, as they are written. */
interface BodyFacts {
  readonly mediaType?: string
  readonly writeBody?: string
  readonly isStream?: string
}
