import { isRecord, listOf, memberOf, recordOf, textsOf } from '../reading.ts'
import { type FoundSchema, type Resolve, schemaBehind, typesOf } from '../schemas.ts'

/** A schema and all that it is composed of, taken apart. */
const partsOf = (schema: FoundSchema, resolve: Resolve, depth = 0): FoundSchema[] => {
  // A composition may lead back to itself.
  if (depth > 10) return []
  const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => listOf(memberOf(schema.node, keyword)))
  const conditional = ['then', 'else'].flatMap((keyword) => memberOf(schema.node, keyword) ?? [])
  const inner = [...parts, ...conditional].flatMap((part) =>
    partsOf(schemaBehind(part, resolve, schema.file), resolve, depth + 1),
  )
  return [schema, ...inner]
}

/** Whether a part takes members that it does not name: it says so, or it says nothing of members at all. */
const isOpen = ({ node }: FoundSchema): boolean => {
  const additional = memberOf(node, 'additionalProperties')
  if (additional === true || isRecord(additional) || isRecord(memberOf(node, 'patternProperties')))
    return true
  if (typesOf(node).some((type) => type !== 'object')) return false
  const keywords = ['properties', 'items', 'enum', 'const', 'allOf', 'anyOf', 'oneOf', 'required']
  return additional === undefined && keywords.every((keyword) => memberOf(node, keyword) === undefined)
}

/** What a schema says of the members of its values. */
export interface Members {
  /** Each member that has a schema, with all schemas that it has. */
  known: Map<string, FoundSchema[]>
  /** Those that every value has. */
  required: string[]
  /** Whether other members may be there. */
  open: boolean
}

const requiredIn = (schema: FoundSchema, resolve: Resolve, depth = 0): string[] => [
  ...textsOf(memberOf(schema.node, 'required')),
  ...listOf(depth > 10 ? [] : memberOf(schema.node, 'allOf')).flatMap((part) =>
    requiredIn(schemaBehind(part, resolve, schema.file), resolve, depth + 1),
  ),
]

/** The members of a schema's values. Of several schemas, all members of any. */
export const membersOf = (schemas: FoundSchema[], resolve: Resolve): Members => {
  const parts = schemas.flatMap((schema) => partsOf(schema, resolve))
  const known = new Map<string, FoundSchema[]>()
  for (const { node, file } of parts)
    for (const [name, member] of Object.entries(recordOf(memberOf(node, 'properties'))))
      known.set(name, [...(known.get(name) ?? []), schemaBehind(member, resolve, file)])
  const required = schemas.length === 1 ? schemas.flatMap((schema) => requiredIn(schema, resolve)) : []
  // A required member that the schema does not describe is a mistake of the schema, which Redocly reports.
  const described = [...new Set(required)].filter((name) => known.has(name))
  return { known, required: described, open: parts.some(isOpen) }
}

/** The schemas of the items of lists; undefined where a schema says nothing of them. */
export const itemsOf = (schemas: FoundSchema[], resolve: Resolve): FoundSchema[] =>
  schemas
    .flatMap((schema) => partsOf(schema, resolve))
    .flatMap(({ node, file }) =>
      [memberOf(node, 'items'), ...listOf(memberOf(node, 'prefixItems'))]
        .filter((items) => items !== undefined)
        .map((items) => schemaBehind(items, resolve, file)),
    )

/** The schemas that can stand in a member that an open schema does not name. */
const additionalOf = (schemas: FoundSchema[], resolve: Resolve): FoundSchema[] =>
  schemas
    .flatMap((schema) => partsOf(schema, resolve))
    .flatMap(({ node, file }) => {
      const additional = memberOf(node, 'additionalProperties')
      return isRecord(additional) ? [schemaBehind(additional, resolve, file)] : []
    })

/** A pointer that leads nowhere: the name at which it ends, and those that are there. */
export interface DeadEnd {
  name: string
  known: string[]
}

/** Follows a pointer through schemas; undefined where it leads somewhere, or where the schemas do not tell. */
export const deadEndOf = (
  schemas: FoundSchema[],
  [name, ...rest]: readonly string[],
  resolve: Resolve,
): DeadEnd | undefined => {
  if (name === undefined) return undefined
  const members = membersOf(schemas, resolve)
  const items = /^(\d+|-)$/.test(name) ? itemsOf(schemas, resolve) : []
  const next = [...(members.known.get(name) ?? []), ...items]
  if (next.length > 0) return deadEndOf(next, rest, resolve)
  // One that is required and not described is a mistake of the schema, which Redocly reports.
  if (schemas.some((schema) => requiredIn(schema, resolve).includes(name))) return undefined
  if (!members.open) return { name, known: [...members.known.keys()] }
  const additional = additionalOf(schemas, resolve)
  return additional.length > 0 ? deadEndOf(additional, rest, resolve) : undefined
}
