import { deprecatedValues, isMembers, readDeprecation, type Schema } from '../../model/index.ts'
import { deprecatedTag } from '../../text/deprecated-tag.ts'

/** A document whose deprecated operations and parameters say in their descriptions what to do instead. */
export function withDeprecatedParts(document: unknown): unknown {
  if (!isMembers(document)) return document
  const { paths, components } = document
  const parameters = isMembers(components) ? components['parameters'] : undefined
  return {
    ...document,
    ...(isMembers(paths) && { paths: mapMembers(paths, withDeprecatedOperations) }),
    ...(isMembers(parameters) && {
      components: { ...Object(components), parameters: mapMembers(parameters, withReason) },
    }),
  }
}

/**
 * openapi-typescript writes `@deprecated` alone, and the description last of what people read: a reason at its end is a tag of its
 * own.
 */
export function withReason(part: unknown): unknown {
  const deprecation = isMembers(part) ? readDeprecation(part) : undefined
  if (!isMembers(part) || !deprecation) return part
  const { deprecated: _, description = 'Deprecated.', ...others } = part
  return { ...others, description: `${description}\n${deprecatedTag(deprecation)}` }
}

/** A schema that also says which of its values are deprecated: no type of TypeScript can. */
export function withDeprecatedValues(schema: Schema): Schema {
  const values = deprecatedValues(schema).map(([value, reason]) => `\`${value}\` is deprecated: ${reason}`)
  if (values.length === 0) return schema
  return { ...schema, description: [schema.description ?? '', ...values].join('\n').trim() }
}

function withDeprecatedOperations(item: unknown): unknown {
  if (!isMembers(item)) return item
  return mapMembers(item, (part) =>
    isMembers(part) ? withReason(withDeprecatedParameters(part)) : listed(part),
  )
}

function withDeprecatedParameters(operation: Readonly<Record<string, unknown>>): object {
  const { parameters } = operation
  return parameters === undefined ? operation : { ...operation, parameters: listed(parameters) }
}

/** The parameters of a path item or of an operation. */
function listed(part: unknown): unknown {
  return Array.isArray(part) ? part.map(withReason) : part
}

function mapMembers(members: object, map: (part: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(members).map(([name, part]) => [name, map(part)]))
}
