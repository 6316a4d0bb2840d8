import { type DocumentModel, type Operation, resolveSchema, type Schema } from '../../model/index.ts'
import { sentMediaType } from '../client/body.ts'
import { inputMembers } from '../client/input.ts'

type Source = DocumentModel['source']

/** The names of the members that lead to a secret (`x-secret`) in what an operation takes. A list counts as a whole. */
export function secretPaths({ source }: DocumentModel, operation: Operation): readonly (readonly string[])[] {
  const parameters = inputMembers(operation).flatMap(({ name, parameter }) =>
    pathsIn(source, parameter.schema, []).length > 0 ? [[name]] : [],
  )
  const media = sentMediaType(operation)
  const body = media ? pathsIn(source, media.schema, ['body']) : []
  return [...parameters, ...withoutDoubles(body)]
}

/** `above` are the schemas on the way, because a schema may contain itself. */
function pathsIn(
  source: Source,
  schema: Schema,
  path: readonly string[],
  above: readonly Schema[] = [],
): readonly (readonly string[])[] {
  const resolved = resolveSchema(source, schema)
  if (schema['x-secret'] || resolved['x-secret']) return [path]
  if (above.includes(resolved) || !hasSecret(source, schema)) return []
  const inside = (part: Schema, at: readonly string[]) => pathsIn(source, part, at, [...above, resolved])
  return [
    ...alternativesOf(resolved).flatMap((part) => inside(part, path)),
    ...Object.entries(resolved.properties ?? {}).flatMap(([name, part]) => inside(part, [...path, name])),
    // Which of the items or further members has one is not known before there is an input.
    ...(unnamedParts(resolved).some((part) => inside(part, path).length > 0) ? [path] : []),
  ]
}

/** Looked at first, because a document may have more ways through its schemas than anybody could follow. */
function hasSecret(source: Source, schema: Schema, seen = new Set<Schema>()): boolean {
  const resolved = resolveSchema(source, schema)
  if (schema['x-secret'] || resolved['x-secret']) return true
  if (seen.has(resolved)) return false
  seen.add(resolved)
  const parts = [
    ...alternativesOf(resolved),
    ...Object.values(resolved.properties ?? {}),
    ...unnamedParts(resolved),
  ]
  return parts.some((part) => hasSecret(source, part, seen))
}

function alternativesOf({ allOf = [], oneOf = [], anyOf = [] }: Schema): readonly Schema[] {
  return [...allOf, ...oneOf, ...anyOf]
}

function unnamedParts({ items, prefixItems = [], additionalProperties }: Schema): readonly Schema[] {
  return [
    ...prefixItems,
    ...(items ? [items] : []),
    ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
  ]
}

/** Alternatives may have a secret in common. */
function withoutDoubles(paths: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()]
}
