import { isRecord, listOf, memberOf, recordOf, textsOf } from './reading.ts'
import type { Location } from './redocly.ts'

/** Follows a `$ref` from the file `from`, as Redocly's context does. */
export type Resolve = (node: unknown, from?: string) => { node: unknown; location: Location | undefined }

/** A schema with the file that its own references are read from. */
export interface FoundSchema {
  node: unknown
  file: string | undefined
}

/**
 * The schema behind a `$ref`. What stands beside the `$ref` counts as well, and before what the target says: OpenAPI 3.1
 * allows both. Undefined behind a dead reference.
 */
export const schemaBehind = (node: unknown, resolve: Resolve, from?: string): FoundSchema => {
  if (!isRecord(node) || typeof node['$ref'] !== 'string') return { node, file: from }
  const { node: target, location } = resolve(node, from)
  const { $ref: _reference, ...beside } = node
  const merged = isRecord(target) ? { ...target, ...beside } : target
  return { node: merged, file: location?.source.absoluteRef }
}

/** The types that a schema names, `null` left out. */
export const typesOf = (schema: unknown): string[] => {
  const type = memberOf(schema, 'type')
  return (typeof type === 'string' ? [type] : textsOf(type)).filter((name) => name !== 'null')
}

/** Values of formats that people know at a glance. */
const ofFormat: Record<string, string> = {
  'date-time': '2027-01-01T00:00:00Z',
  date: '2027-01-01',
  time: '12:00:00Z',
  duration: 'PT1H',
  email: 'ada@example.com',
  uuid: '0b8e3c1e-5d1c-4f0e-9c55-2f6a3f6f3f10',
  uri: 'https://example.com',
}

const ofType: Record<string, (schema: unknown, sampleIn: (member: unknown) => unknown) => unknown> = {
  string: (schema) => ofFormat[String(memberOf(schema, 'format'))] ?? 'ada',
  integer: (schema) => memberOf(schema, 'minimum') ?? 1,
  number: (schema) => memberOf(schema, 'minimum') ?? 1.5,
  boolean: () => true,
  array: (schema, sampleIn) => [sampleIn(memberOf(schema, 'items'))],
  object: (schema, sampleIn) => {
    const required = textsOf(memberOf(schema, 'required'))
    return Object.fromEntries(required.map((name) => [name, sampleIn(memberOf(schema, 'properties', name))]))
  },
}

const deepest = 4

/** A value of a schema, for the right example of a message: one that the document gives, else one of its type. */
export const sampleOf = (reference: unknown, resolve: Resolve, from?: string, depth = 0): unknown => {
  const { node, file } = schemaBehind(reference, resolve, from)
  const sampleIn = (member: unknown) => sampleOf(member, resolve, file, depth + 1)
  if (depth > deepest) return null
  const given = [
    ...listOf(memberOf(node, 'examples')),
    memberOf(node, 'example'),
    memberOf(node, 'const'),
    ...listOf(memberOf(node, 'enum')),
    memberOf(node, 'default'),
  ].find((value) => value !== undefined)
  if (given !== undefined) return given
  const [part] = ['allOf', 'oneOf', 'anyOf'].flatMap((keyword) => listOf(memberOf(node, keyword)))
  if (part !== undefined) return sampleIn(part)
  const [type = isRecord(recordOf(node)['properties']) ? 'object' : 'string'] = typesOf(node)
  return ofType[type]?.(node, sampleIn) ?? 'ada'
}
