import { upgrade } from '@scalar/openapi-upgrader'
import { DocumentError } from './errors.ts'
import { isMembers, mapSchemasIn } from './schema-walk.ts'
import type { SourceDocument } from './source.ts'

/**
 * A document as OpenAPI 3.1. One of 3.0 is upgraded; of 3.2, what 3.1 has is read, and `refuseNewer` tells the rest.
 *
 * @throws DocumentError when it is no OpenAPI document of these versions.
 */
export function asOpenApi31(json: unknown): SourceDocument {
  const version = isMembers(json) ? json['openapi'] : undefined
  if (!isMembers(json) || typeof version !== 'string' || !/^3\.[012]\./.test(version))
    throw new DocumentError(
      '#/openapi',
      `expected an OpenAPI document of version 3.0, 3.1 or 3.2, such as { "openapi": "3.1.1", "info": { … } }, and got ${JSON.stringify(version) ?? 'none'}.`,
    )
  if (!isMembers(json['info']))
    throw new DocumentError(
      '#/info',
      `it is ${json['info'] === undefined ? 'missing' : 'no object'}. Expected one, such as { "title": "Pets", "version": "1.0.0" }.`,
    )
  const document = version.startsWith('3.0.') ? upgraded(json) : json
  // From here on it is read as one; what it lacks is told where it is looked for.
  return { ...document, openapi: '3.1.1' } as SourceDocument
}

function upgraded(json: Readonly<Record<string, unknown>>): object {
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
