import { isMembers, mapSchemasIn, type SourceDocument } from '../../model/index.ts'
import { withDeprecatedParts } from './deprecated-parts.ts'
import { writableDiscriminators } from './discriminators.ts'
import { understoodSchema } from './understood-schema.ts'

/** A document of which openapi-typescript writes what it means. */
export function understoodDocument(source: SourceDocument): unknown {
  const plain = withSchemasOfParameters(withoutReferringExamples(withDeprecatedParts(withOwnIds(source))))
  const writable = writableDiscriminators(plain as SourceDocument)
  return mapSchemasIn(plain, (schema) => understoodSchema(schema, writable))
}

/**
 * Without the ids of what others call, webhooks and callbacks: openapi-typescript would list them among the operations, where one may
 * have the name of an operation.
 */
function withOwnIds({ paths, ...others }: SourceDocument): object {
  const own = Object.entries(paths ?? {}).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item).map(([key, part]) => [key, isMembers(part) ? withoutIdsBelow(part) : part]),
    ),
  ])
  return { ...Object(withoutIds(others)), paths: Object.fromEntries(own) }
}

function withoutIdsBelow(operation: object): object {
  return Object.fromEntries(Object.entries(operation).map(([key, part]) => [key, withoutIds(part)]))
}

/** An operation has responses; a link, which names one, has not. */
function withoutIds(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutIds)
  if (!isMembers(part)) return part
  const members = Object.entries(part).filter(
    ([key, value]) => key !== 'operationId' || typeof value !== 'string' || !isMembers(part['responses']),
  )
  return Object.fromEntries(members.map(([key, value]) => [key, withoutIds(value)]))
}

/** Without examples with what looks like a reference, which openapi-typescript would follow. */
function withoutReferringExamples(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutReferringExamples)
  if (!isMembers(part)) return part
  const members = Object.entries(part).filter(
    ([key, value]) => !/^examples?$/.test(key) || !JSON.stringify(value)?.includes('"$ref"'),
  )
  return Object.fromEntries(
    members.map(([key, value]) => [key, /^schemas?$/.test(key) ? value : withoutReferringExamples(value)]),
  )
}

/** Parameters with a media type have the type of their values, as any other: openapi-typescript takes them for texts. */
function withSchemasOfParameters(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withSchemasOfParameters)
  if (!isMembers(part)) return part
  const { content, ...parameter } = part
  if (typeof part['in'] === 'string' && typeof part['name'] === 'string' && isMembers(content)) {
    const [media] = Object.values(content)
    return { ...parameter, schema: isMembers(media) ? (media['schema'] ?? {}) : {} }
  }
  const members = Object.entries(part).map(([key, value]) => [
    key,
    /^(?:schemas?|examples?)$/.test(key) ? value : withSchemasOfParameters(value),
  ])
  return Object.fromEntries(members)
}
