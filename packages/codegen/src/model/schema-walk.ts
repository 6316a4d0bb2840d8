import { isReference } from './reference.ts'
import type { Schema } from './source.ts'

/** Keywords of JSON Schema 2020-12 whose value is one schema, a list of them, or schemas by name. */
const ofOne = [
  ...[
    'additionalProperties',
    'contains',
    'contentSchema',
    'else',
    'if',
    'items',
    'not',
    'propertyNames',
    'then',
  ],
  ...['unevaluatedItems', 'unevaluatedProperties'],
]
const ofList = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
const ofNames = ['$defs', 'definitions', 'dependentSchemas', 'patternProperties', 'properties']

/** Whether the value of a keyword is one schema or several. */
export function holdsSchemas(keyword: string): boolean {
  return [ofOne, ofList, ofNames].some((keywords) => keywords.includes(keyword))
}

type Members = Readonly<Record<string, unknown>>

/** The schemas that stand directly in another one. */
export function subschemas(schema: Schema): readonly unknown[] {
  return Object.entries(schema).flatMap(([keyword, value]): readonly unknown[] => {
    if (ofOne.includes(keyword)) return [value]
    if (ofList.includes(keyword) && Array.isArray(value)) return value
    return ofNames.includes(keyword) && isMembers(value) ? Object.values(value) : []
  })
}

/** A copy in which each schema, from the innermost, is what `change` makes of it. */
export function mapSchema(schema: unknown, change: (schema: unknown) => unknown): unknown {
  if (!isMembers(schema)) return change(schema)
  const members = Object.entries(schema).map(([keyword, value]) => [
    keyword,
    mapKeyword(keyword, value, change),
  ])
  return change(Object.fromEntries(members))
}

/** Where `false` says that there is nothing else, which all readers of schemas understand. */
const mayBeBoolean = ['additionalProperties', 'items', 'unevaluatedItems', 'unevaluatedProperties']

function mapKeyword(keyword: string, value: unknown, change: (schema: unknown) => unknown): unknown {
  if (mayBeBoolean.includes(keyword) && typeof value === 'boolean') return value
  if (ofOne.includes(keyword)) return mapSchema(value, change)
  if (ofList.includes(keyword) && Array.isArray(value)) return value.map((item) => mapSchema(item, change))
  if (ofNames.includes(keyword) && isMembers(value))
    return mapMembers(value, (part) => mapSchema(part, change))
  return value
}

/** A copy of a document, or of a part of it, in which each schema is what `change` makes of it. */
export function mapSchemasIn(part: unknown, change: (schema: unknown) => unknown): unknown {
  if (Array.isArray(part)) return part.map((item) => mapSchemasIn(item, change))
  if (!isMembers(part) || isReference(part)) return part
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, mapMember(key, value, change)]))
}

function mapMember(key: string, value: unknown, change: (schema: unknown) => unknown): unknown {
  if (key === 'schema' || key === 'itemSchema') return mapSchema(value, change)
  if (key === 'schemas' && isMembers(value)) return mapMembers(value, (part) => mapSchema(part, change))
  // What stands in these is data.
  if (key === 'example' || key === 'examples' || key.startsWith('x-')) return value
  return mapSchemasIn(value, change)
}

function mapMembers(members: Members, map: (value: unknown) => unknown): Members {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, map(value)]))
}

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
