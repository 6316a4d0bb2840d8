import { DocumentError } from './errors.ts'
import { resolveSchema } from './reference.ts'
import { isMembers, subschemas } from './schema-walk.ts'
import type { Schema, SourceDocument } from './source.ts'

/** Keywords by which a reference could mean another place than its pointer says. */
const rebasing = ['$anchor', '$dynamicAnchor', '$dynamicRef', '$id', '$recursiveRef']

/**
 * Why a schema cannot be read, or one that it holds or refers to; `undefined` where it can. It follows what uses the schema in a
 * sentence.
 */
export function problemOfSchema(
  document: SourceDocument,
  schema: unknown,
  seen = new Set<unknown>(),
): string | undefined {
  if (!isMembers(schema) || seen.has(schema)) return undefined
  seen.add(schema)
  const keyword = rebasing.find((each) => each in schema)
  if (keyword !== undefined)
    return `has a schema with "${keyword}". Expected references by JSON pointer alone, such as "#/components/schemas/User".`
  try {
    const target = resolveSchema(document, schema)
    const parts = target === schema ? subschemas(schema as Schema) : [target]
    return parts.map((part) => problemOfSchema(document, part, seen)).find((problem) => problem !== undefined)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return `has a schema that refers to ${error.message}`
  }
}
