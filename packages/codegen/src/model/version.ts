import { upgrade } from '@scalar/openapi-upgrader'
import { DocumentError } from './errors.ts'
import { isMembers, mapSchemasIn } from './schema-walk.ts'
import type { SourceDocument } from './source.ts'

type Members = Readonly<Record<string, unknown>>

/** @throws DocumentError when it is no OpenAPI document of the versions 3.0 to 3.2. */
export function asDocument(json: unknown): Members {
  const version = isMembers(json) ? json['openapi'] : undefined
  if (isMembers(json) && typeof version === 'string' && /^3\.[012]\./.test(version)) return json
  throw new DocumentError(
    '#/openapi',
    `expected an OpenAPI document of version 3.0, 3.1 or 3.2, such as { "openapi": "3.1.1", "info": { … } }, and got ${JSON.stringify(version) ?? 'none'}.`,
  )
}

/** A document as OpenAPI 3.1. One of 3.0 is upgraded; of 3.2, what 3.1 has is read, and `refuseNewer` tells the rest. */
export function asOpenApi31(json: Members): SourceDocument {
  const document = String(json['openapi']).startsWith('3.0.') ? upgraded(json) : json
  // From here on it is read as one, because its form has been looked at.
  return { ...document, openapi: '3.1.1' } as SourceDocument
}

function upgraded(json: Members): object {
  // The library changes what it is given.
  return Object(upgrade(structuredClone(Object(mapSchemasIn(json, asLookedAt))), '3.1'))
}

/**
 * What 3.0 looks at of a schema: nothing beside a `$ref` (OpenAPI 3.0.4, section 4.7.23), and `nullable` beside a `type` alone
 * (section 4.7.24.2).
 */
function asLookedAt(schema: unknown): unknown {
  if (!isMembers(schema)) return schema
  if (typeof schema['$ref'] === 'string') return { $ref: schema['$ref'] }
  const { nullable, ...others } = schema
  return nullable === undefined || 'type' in schema ? schema : others
}

/** What 3.2 has and 3.1 has not, by the key that says so. */
const newer: Readonly<Record<string, string>> = {
  itemSchema: 'a media type whose items have a schema of their own',
  itemEncoding: 'parts of a stream with an encoding of their own',
  prefixEncoding: 'parts of a stream with an encoding of their own',
  querystring: 'a parameter that is the whole query',
  defaultMapping: 'a discriminator with a schema for all other values',
}

/** @throws DocumentError for an operation that uses what 3.1 cannot express. */
export function refuseNewer(pointer: string, operation: unknown): void {
  const found = findNewer(operation)
  if (found === undefined) return
  throw new DocumentError(
    pointer,
    `it has "${found}" of OpenAPI 3.2: ${newer[found]}. Expected what OpenAPI 3.1 can express, such as "schema".`,
  )
}

function findNewer(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(findNewer).find((found) => found !== undefined)
  if (!isMembers(value)) return undefined
  if (value['in'] === 'querystring') return 'querystring'
  for (const [key, member] of Object.entries(value)) {
    if (Object.hasOwn(newer, key) && key !== 'querystring') return key
    // What stands in these is data, or names of somebody's own.
    if (/^(?:example|examples|default|enum|const|properties|x-.*)$/.test(key)) continue
    const found = findNewer(member)
    if (found !== undefined) return found
  }
  return undefined
}
