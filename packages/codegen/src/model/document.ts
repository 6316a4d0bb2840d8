import { DocumentError } from './errors.ts'
import { type Operation, readOperations } from './operation.ts'
import { readSecuritySchemes, type SecurityScheme } from './security.ts'
import type { Schema, SourceDocument, SourceServer } from './source.ts'
import { readWorkflows, type Workflow } from './workflow.ts'

/** What all generators share: the document, read once, with references to everything but schemas resolved. */
export interface DocumentModel {
  readonly title: string
  readonly version: string
  readonly description: string
  readonly servers: readonly Server[]
  readonly tags: readonly Tag[]
  readonly operations: readonly Operation[]
  /** The named schemas, in the order of the document. */
  readonly schemas: readonly NamedSchema[]
  readonly securitySchemes: readonly SecurityScheme[]
  /** Stories across operations, where Arazzo documents came along. */
  readonly workflows: readonly Workflow[]
  /** The document itself, for what works on raw OpenAPI (openapi-typescript, Ajv) and for `resolveSchema`. */
  readonly source: SourceDocument
}

export interface Server {
  /** With variables replaced by their defaults. */
  readonly url: string
  readonly description: string
}

export interface Tag {
  readonly name: string
  readonly description: string
}

export interface NamedSchema {
  readonly name: string
  readonly schema: Schema
}

/**
 * Reads a bundled OpenAPI 3.1 document, and the Arazzo documents that tell stories of it.
 *
 * @throws {@link DocumentError} when it is not one, when a reference leads nowhere, or when an `operationId` is missing or
 * used twice.
 */
export function readDocument(json: unknown, arazzo: readonly unknown[] = []): DocumentModel {
  refuseOtherThanOpenApi31(json)
  return {
    title: json.info.title,
    version: json.info.version,
    description: json.info.description ?? '',
    servers: (json.servers ?? []).map(readServer),
    tags: (json.tags ?? []).map(({ name, description = '' }) => ({ name, description })),
    operations: readOperations(json),
    schemas: Object.entries(json.components?.schemas ?? {}).map(([name, schema]) => ({ name, schema })),
    securitySchemes: readSecuritySchemes(json),
    workflows: arazzo.flatMap(readWorkflows),
    source: json,
  }
}

function refuseOtherThanOpenApi31(json: unknown): asserts json is SourceDocument {
  const version = typeof json === 'object' && json !== null && 'openapi' in json ? json.openapi : undefined
  if (
    typeof version === 'string' &&
    version.startsWith('3.1.') &&
    typeof json === 'object' &&
    json &&
    'info' in json
  )
    return
  throw new DocumentError(
    '#/openapi',
    `expected an OpenAPI 3.1 document, such as { "openapi": "3.1.1", "info": { … } }, and got ${JSON.stringify(version) ?? 'none'}.`,
  )
}

function readServer({ url, description = '', variables = {} }: SourceServer): Server {
  const filled = Object.entries(variables).reduce(
    (text, [name, variable]) => text.replaceAll(`{${name}}`, variable.default),
    url,
  )
  return { url: filled, description }
}
