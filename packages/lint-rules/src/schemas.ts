import path from 'node:path'
import { valueAt } from './files.ts'
import { isRecord, listOf, memberOf, recordOf, textsOf } from './reading.ts'
import type { Context, Location } from './redocly.ts'

/** Follows a `$ref` from the file `from`, as Redocly's context does. */
export type Resolve = (
  node: unknown,
  from?: string,
) => { node: unknown; location: { source: { absoluteRef: string } } | undefined }

/** A schema with the file that its own references are read from. */
export interface FoundSchema {
  node: unknown
  file: string | undefined
}

/** A schema that is reached from another one, by members, items, compositions and references. */
export interface ReachedSchema {
  /** Such as `Login.email`, `Invite.emails[]` or, for the first, what it was called. */
  name: string
  node: unknown
  /** The place to mend: that of the target of a reference, unless something stands beside the reference. */
  location: Location
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

const isPattern = (pattern: string, text: string): boolean => {
  try {
    return new RegExp(pattern, 'u').test(text)
  } catch {
    return false
  }
}

/** A plain text within the limits of a schema; dots where none of a few fits. */
const textFor = (schema: unknown): string => {
  const { pattern, minLength, maxLength } = recordOf(schema)
  const fits = (text: string) =>
    text.length >= Number(minLength ?? 0) &&
    text.length <= Number(maxLength ?? text.length) &&
    (typeof pattern !== 'string' || isPattern(pattern, text))
  const long = 'ada'.repeat(Math.ceil(Number(minLength ?? 0) / 3)).slice(0, Number(minLength ?? 0))
  return ['ada', 'Ada', 'demo', '1', 'a', 'A1', '/a', long].find(fits) ?? '…'
}

const ofType: Record<string, (schema: unknown, sampleIn: (member: unknown) => unknown) => unknown> = {
  string: (schema) => ofFormat[String(memberOf(schema, 'format'))] ?? textFor(schema),
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

/** The schemas inside of a schema, as pointers from it, with what they add to its name. */
const partsOf = (schema: unknown, name: string, file: string): [pointer: string[], name: string][] => {
  const keysOf = (keyword: string) => Object.keys(recordOf(memberOf(schema, keyword)))
  const indexesOf = (keyword: string) => [...listOf(memberOf(schema, keyword)).keys()].map(String)
  return [
    ...keysOf('properties').map((key): [string[], string] => [['properties', key], `${file}.${key}`]),
    ...['items', 'additionalProperties'].flatMap((keyword): [string[], string][] =>
      isRecord(memberOf(schema, keyword)) ? [[[keyword], `${name}[]`]] : [],
    ),
    ...keysOf('patternProperties').map((key): [string[], string] => [
      ['patternProperties', key],
      `${name}[]`,
    ]),
    ...['allOf', 'anyOf', 'oneOf', 'prefixItems'].flatMap((keyword) =>
      indexesOf(keyword).map((index): [string[], string] => [[keyword, index], name]),
    ),
  ]
}

/**
 * Each schema that a caller can send a value of, once, however often it is referred to: a circle of references ends. What
 * is `readOnly` is not sent.
 */
export const reachedFrom = (
  reference: unknown,
  place: { name: string; location: Location },
  resolve: Context['resolve'],
  seen = new Set<string>(),
): ReachedSchema[] => {
  const { node: target, location = place.location } = resolve(reference, place.location.source.absoluteRef)
  const { node } = schemaBehind(reference, resolve, place.location.source.absoluteRef)
  const beside = target === reference ? {} : recordOf(reference)
  const isReferenceAlone = Object.keys(beside).length < 2
  const home = isReferenceAlone && target !== reference ? location : place.location
  const id = `${home.source.absoluteRef}${home.pointer}`
  if (seen.has(id) || memberOf(node, 'readOnly') === true) return []
  seen.add(id)
  const file = path.basename(home.source.absoluteRef, path.extname(home.source.absoluteRef))
  const inner = partsOf(node, place.name, file).flatMap(([pointer, name]) => {
    const isBeside = pointer[0] !== undefined && pointer[0] in beside
    const parent = isBeside || target === reference ? place.location : location
    return reachedFrom(valueAt(node, pointer), { name, location: parent.child(pointer) }, resolve, seen)
  })
  return [{ name: place.name, node, location: home }, ...inner]
}
