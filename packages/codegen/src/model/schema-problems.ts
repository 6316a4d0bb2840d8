import { Ajv2020 } from 'ajv/dist/2020.js'
import { DocumentError } from './errors.ts'
import { resolveSchema } from './reference.ts'
import { holdsSchemas, isMembers, subschemas } from './schema-walk.ts'
import type { Schema, SourceDocument } from './source.ts'

/** Keywords by which a reference could mean another place than its pointer says. */
const rebasing = ['$anchor', '$dynamicAnchor', '$dynamicRef', '$id', '$recursiveRef']

/**
 * Why a schema cannot be read, or one that it holds or refers to; `undefined` where it can. It follows what uses the schema in a
 * sentence.
 */
export function problemOfSchema(
  document: SourceDocument,
  schema: unknown,
  seen = new Set<unknown>(),
): string | undefined {
  if (!isMembers(schema) || seen.has(schema)) return undefined
  seen.add(schema)
  const keyword = rebasing.find((each) => each in schema)
  if (keyword !== undefined)
    return `has a schema with "${keyword}". Expected references by JSON pointer alone, such as "#/components/schemas/User".`
  const invalid = problemOfKeywords(schema)
  if (invalid !== undefined) return invalid
  if (patternsOf(schema).some((pattern) => !compiles(pattern, '')))
    return 'has a "pattern" that is no regular expression of ECMA-262. Expected one, such as "^[a-z]+$".'
  try {
    if (loops(document, schema))
      return 'has a schema whose alternatives lead to itself, so that nobody could say what it allows. Expected one that goes by way of a property or an item.'
    const target = resolveSchema(document, schema)
    const parts = target === schema ? subschemas(schema as Schema) : [target]
    return parts.map((part) => problemOfSchema(document, part, seen)).find((problem) => problem !== undefined)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return `has a schema that refers to ${error.message}`
  }
}

/** Whether a schema holds itself in the same place, by references and compositions alone. */
function loops(document: SourceDocument, schema: unknown, above: readonly unknown[] = []): boolean {
  if (!isMembers(schema)) return false
  if (above.includes(schema)) return true
  const target = resolveSchema(document, schema)
  const { allOf = [], anyOf = [], oneOf = [], not } = target
  const parts = target === schema ? [...allOf, ...anyOf, ...oneOf, not] : [target]
  return parts.some((part) => loops(document, part, [...above, schema]))
}

const dialects = [
  'https://json-schema.org/draft/2020-12/schema',
  'https://spec.openapis.org/oas/3.1/dialect/base',
]
const metaschema = new Ajv2020({ strict: false, logger: false })

/** What the metaschema of JSON Schema 2020-12 finds wrong, of a schema without those that it holds. */
function problemOfKeywords(schema: Readonly<Record<string, unknown>>): string | undefined {
  const { $schema, ...keywords } = schema
  if ($schema !== undefined && !dialects.includes(String($schema)))
    return `has a schema of the dialect "${$schema}". Expected JSON Schema 2020-12, which OpenAPI 3.1 has.`
  const ownKeywords = Object.entries(keywords).filter(([keyword]) => !holdsSchemas(keyword))
  if (metaschema.validateSchema(Object.fromEntries(ownKeywords)) === true) return undefined
  const [error] = metaschema.errors ?? []
  const keyword = error?.instancePath.split('/')[1]
  return `has a schema in which ${keyword === undefined ? 'something' : `"${keyword}"`} ${error?.message ?? 'is wrong'}. Expected what JSON Schema 2020-12 has there.`
}

/** Whether all patterns in a schema, without those that it refers to, take the flag `u`, with which JSON Schema has them read. */
export function hasUnicodePatterns(schema: unknown): boolean {
  if (!isMembers(schema)) return true
  if (patternsOf(schema).some((pattern) => !compiles(pattern, 'u'))) return false
  return subschemas(schema as Schema).every(hasUnicodePatterns)
}

function patternsOf({ pattern, patternProperties }: Readonly<Record<string, unknown>>): readonly string[] {
  const ofNames = isMembers(patternProperties) ? Object.keys(patternProperties) : []
  return typeof pattern === 'string' ? [pattern, ...ofNames] : ofNames
}

function compiles(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp
  } catch {
    return false
  }
}
