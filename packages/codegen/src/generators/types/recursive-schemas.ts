import { referenceName, type Schema } from '../../model/index.ts'

/**
 * The named schemas that hold themselves by lists and alternatives alone. TypeScript reads a type of an object when it is needed, and any
 * other one at once: such a type has to be an alias.
 */
export function recursiveSchemas(schemas: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const held = new Map(Object.entries(schemas).map(([name, schema]) => [name, heldAtOnce(schema)]))
  return new Set(Object.keys(schemas).filter((name) => reaches(held, name, name)))
}

/** The named schemas that a type reads at once. */
function heldAtOnce(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { $ref, items, prefixItems = [], allOf = [], anyOf = [], oneOf = [] }: Schema = schema
  const parts = [items, ...prefixItems, ...allOf, ...anyOf, ...oneOf].flatMap(heldAtOnce)
  return $ref === undefined ? parts : [referenceName($ref), ...parts]
}

function reaches(
  held: ReadonlyMap<string, readonly string[]>,
  from: string,
  to: string,
  passed = new Set<string>(),
): boolean {
  if (passed.has(from)) return false
  passed.add(from)
  const next = held.get(from) ?? []
  return next.includes(to) || next.some((name) => reaches(held, name, to, passed))
}
