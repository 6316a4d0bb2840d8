import { resolveSchema } from './reference.ts'
import type { Schema, SourceDocument } from './source.ts'

/** The values that a schema itself allows for a property, also by what it inherits; `undefined` where it does not list them. */
export function valuesOfProperty(
  document: SourceDocument,
  schema: Schema,
  name: string,
  above: readonly Schema[] = [],
): readonly unknown[] | undefined {
  const { properties = {}, allOf = [] } = resolveSchema(document, schema)
  if (above.includes(schema)) return undefined
  const property = Object.hasOwn(properties, name) ? resolveSchema(document, properties[name] ?? {}) : {}
  const own = property.const === undefined ? property.enum : [property.const]
  const inherited = allOf.map((part) => valuesOfProperty(document, part, name, [...above, schema]))
  return own ?? inherited.find((values) => values !== undefined)
}
