import type { Schema } from '../../model/index.ts'
import { withDeprecatedValues, withReason } from './deprecated-parts.ts'

/** What nothing satisfies is `never`, and definitions in a schema are no property of its values. */
export function understoodSchema(schema: unknown, writable: ReadonlySet<unknown>): unknown {
  const { $defs: _, discriminator, not, ...members } = withIndex(withOpenInherited(told(schema)))
  const others = writable.has(discriminator) ? { ...members, discriminator } : members
  if (not !== undefined && Object.keys(not).length === 0 && Object.keys(others).length === 0) return false
  return not === undefined ? others : { ...others, not }
}

/** Whether the schema or one of its values is deprecated stands in its description. */
function told(schema: unknown): Schema {
  return Object(withReason(withDeprecatedValues(Object(schema))))
}

/**
 * An optional property that every object has, such as `toString`, may be anything: a compiler takes an object without it for one that
 * has it, of another type.
 */
function withOpenInherited(schema: Schema): Schema {
  const { properties = {}, required = [] } = schema
  const isOpen = (name: string) => inherited.includes(name) && !required.includes(name)
  if (!Object.keys(properties).some(isOpen)) return { ...schema }
  const entries = Object.entries(properties).map(([name, property]) => [name, isOpen(name) ? {} : property])
  return { ...schema, properties: Object.fromEntries(entries) }
}

const inherited = Object.getOwnPropertyNames(Object.prototype)

/**
 * Of an object whose other properties have a schema: an index signature is about all properties, so it has the types of all.
 * `patternProperties` are others here, because TypeScript has no types for names of a pattern.
 */
function withIndex({ patternProperties, ...schema }: Schema): Schema {
  const { properties = {}, additionalProperties } = schema
  if (additionalProperties === true) return schema
  const patterns = Object.values(patternProperties ?? {})
  const others = [...(typeof additionalProperties === 'object' ? [additionalProperties] : []), ...patterns]
  const all = [...others, ...Object.values(properties)]
  if (others.length === 0 || all.length === 1) return schema
  const distinct = [...new Map(all.map((each) => [JSON.stringify(each), each])).values()]
  const [only = {}] = distinct
  return { ...schema, additionalProperties: distinct.length === 1 ? only : { anyOf: distinct } }
}
