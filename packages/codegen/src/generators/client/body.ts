import {
  type DocumentModel,
  isBytes,
  type MediaType,
  type Operation,
  resolveSchema,
  type Schema,
} from '../../model/index.ts'
import { Expression, literal, quoted } from '../../text/literal.ts'
import { pure } from '../../text/pure.ts'

/** The media type that the function of an operation sends unless it is told another one: JSON where there is a choice. */
export function sentMediaType({ requestBody }: Operation): MediaType | undefined {
  return requestBody?.content.find(({ kind }) => kind === 'json') ?? requestBody?.content[0]
}

/** All that the function can send, the usual one first. */
export function sentMediaTypes(operation: Operation): readonly MediaType[] {
  const usual = sentMediaType(operation)
  const content = operation.requestBody?.content ?? []
  return usual ? [usual, ...content.filter((media) => media !== usual)] : []
}

/** The type of the body in the input. */
export function bodyType(operation: Operation, { name, kind }: MediaType): string {
  if (kind === 'binary') return 'Blob'
  if (kind === 'text') return 'string'
  const described = `NonNullable<operations[${quoted(operation.id)}]['requestBody']>['content'][${quoted(name)}]`
  return name === 'multipart/form-data' ? `FormData | ${described}` : described
}

/** An example of a body as the function takes it: bytes are a `Blob`. */
export function exampleBody(
  { source }: DocumentModel,
  { name, kind, schema }: MediaType,
  value: unknown,
): unknown {
  if (kind === 'binary') return blobOf(value)
  if (kind === 'text') return typeof value === 'string' ? value : JSON.stringify(value)
  if (name !== 'multipart/form-data') return namedPart(source, [schema], value)
  if (typeof value !== 'object' || value === null) return new Expression('new FormData()')
  const { properties = {} } = resolveSchema(source, schema)
  return Object.fromEntries(
    Object.entries(value).map(([part, held]) => {
      const described = resolveSchema(source, properties[part] ?? {})
      if (isBytes(described)) return [part, blobOf(held)]
      const isList = Array.isArray(held) && isBytes(resolveSchema(source, described.items ?? {}))
      return [part, isList ? held.map(blobOf) : held]
    }),
  )
}

/** A value without members that its schemas do not name: it may have them, but a compiler refuses what nobody asked for. */
function namedPart(source: DocumentModel['source'], schemas: readonly Schema[], value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const parts = schemas.flatMap((schema) => partsOf(source, schema))
  if (Array.isArray(value)) {
    const items = parts.flatMap((part) => part.items ?? [])
    return items.length === 0 ? value : value.map((item) => namedPart(source, items, item))
  }
  const properties = parts.flatMap((part) => Object.entries(part.properties ?? {}))
  const isOpen = parts.some(({ additionalProperties }) => additionalProperties)
  if (isOpen || properties.length === 0) return value
  const members = Object.entries(value).flatMap(([name, member]) => {
    // Alternatives may have a member of the same name, and each its own schema.
    const named = properties.filter(([each]) => each === name).map(([, property]) => property)
    return named.length === 0 ? [] : [[name, namedPart(source, named, member)]]
  })
  return Object.fromEntries(members)
}

/** A schema and all that it is composed of. */
function partsOf(
  source: DocumentModel['source'],
  schema: Schema,
  above: readonly Schema[] = [],
): readonly Schema[] {
  const target = resolveSchema(source, schema)
  if (above.includes(target)) return []
  const { allOf = [], anyOf = [], oneOf = [] } = target
  const others = [...allOf, ...anyOf, ...oneOf]
  return [target, ...others.flatMap((part) => partsOf(source, part, [...above, target]))]
}

function blobOf(value: unknown): Expression {
  return new Expression(`new Blob([${quoted(typeof value === 'string' ? value : JSON.stringify(value))}])`)
}

/** What writes a body, as code. */
export function bodyWriter(model: DocumentModel, { name, kind, schema, encoding }: MediaType): string {
  // fetch alone knows the boundary between the parts of a form.
  if (name === 'multipart/form-data') return written('', told('writeParts', typesOfParts(encoding)))
  if (kind === 'form') return written(name, writerOfForm(encoding))
  if (kind !== 'json') return written(name, 'writeAsIs')
  if (!isStructured(model, schema)) return written(name, 'JSON.stringify')
  return name === 'application/json' ? 'writeJson' : pure(`writeJsonAs(${quoted(name)})`)
}

function written(mediaType: string, writer: string): string {
  return pure(`written(${quoted(mediaType)}, ${writer})`)
}

/** The runtime refuses a text in the place of an object, which is often JSON already, unless the document allows one. */
function isStructured({ source }: DocumentModel, schema: MediaType['schema']): boolean {
  const { type, properties, allOf } = resolveSchema(source, schema)
  return type === 'object' || type === 'array' || properties !== undefined || allOf !== undefined
}

/** The writer for all forms, or one that is told of the styles of members. */
function writerOfForm(encoding: MediaType['encoding']): string {
  const styles = stylesOfMembers(encoding)
  return Object.keys(styles).length === 0 ? 'writeForm' : told('writeStyledForm', styles)
}

function told(writer: string, members: Readonly<Record<string, string>>): string {
  return pure(`${writer}(${Object.keys(members).length === 0 ? '' : literal(members)})`)
}

/** The media types of parts, where the document names exactly one. */
function typesOfParts(encoding: MediaType['encoding']): Record<string, string> {
  const entries = Object.entries(encoding).map(([name, { contentType = '' }]) => [name, contentType] as const)
  return Object.fromEntries(entries.filter(([, type]) => /^[^*,]+$/.test(type)))
}

/** How members are written that do not go the usual way (OpenAPI 3.1.1, section 4.8.15.1.2). */
function stylesOfMembers(encoding: MediaType['encoding']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(encoding).flatMap(([name, { style, explode, allowReserved }]) => {
      if (style === undefined && explode === undefined && allowReserved === undefined) return []
      const isExploded = explode ?? (style ?? 'form') === 'form'
      return [[name, `${style ?? 'form'}${isExploded ? '*' : ''}${allowReserved ? '+' : ''}`]]
    }),
  )
}
