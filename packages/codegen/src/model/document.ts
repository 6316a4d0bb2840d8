import { DocumentError, pointerTo } from './errors.ts'
import { withoutMalformed } from './form/without-malformed.ts'
import { hoistReferred, withPlainSchemas } from './hoist.ts'
import { withPlainMediaTypes } from './media-type.ts'
import { createNaming, identifierOf, typeKeywords } from './naming.ts'
import { type Operation, readOperations } from './operation.ts'
import { type NamedDocument, nameOperations, type ResolvedDocument } from './operation-names.ts'
import { problemOfSchema } from './schema-problems.ts'
import { readSecuritySchemes, type SecurityScheme, withKeysAsParameters } from './security.ts'
import { readServer, type Server } from './server.ts'
import { httpMethods, type Schema, type SourceDocument } from './source.ts'
import { asDocument, asOpenApi31 } from './version.ts'
import { withoutReferred } from './without-referred.ts'
import { readWorkflows, type Workflow } from './workflow.ts'

/** What all generators share: the document, read once, with references to everything but schemas resolved. */
export interface DocumentModel {
  readonly title: string
  readonly version: string
  readonly description: string
  readonly servers: readonly Server[]
  readonly tags: readonly Tag[]
  readonly operations: readonly Operation[]
  /** Operations that are absent, each with its place, why, and what would be accepted. */
  readonly refusals: readonly DocumentError[]
  /** What is called otherwise than in the document, a sentence each. */
  readonly notes: readonly string[]
  /** The named schemas, in the order of the document. */
  readonly schemas: readonly NamedSchema[]
  readonly securitySchemes: readonly SecurityScheme[]
  /** Stories across operations, where Arazzo documents came along. */
  readonly workflows: readonly Workflow[]
  /** Operations of another document, which workflows call as well. */
  readonly neighbours?: readonly Operation[]
  /** The document itself, for what works on raw OpenAPI (openapi-typescript, Ajv) and for `resolveSchema`. */
  readonly source: SourceDocument
}

export interface Tag {
  readonly name: string
  readonly description: string
}

export interface NamedSchema {
  /** As the document has it: `Pet.Item`. */
  readonly name: string
  /** The name of its type: `PetItem`. */
  readonly typeName: string
  readonly schema: Schema
}

/**
 * Reads a bundled OpenAPI document of version 3.0, 3.1 or 3.2, and the Arazzo documents that tell stories of it. Operations that no generator could write
 * for are left out of the model and of its source, and are listed in `refusals`.
 *
 * @throws {@link DocumentError} when it is not one, or when something that all operations share leads nowhere.
 */
export function readDocument(json: unknown, arazzo: readonly unknown[] = []): DocumentModel {
  const { document: wellFormed, refusals: malformed } = withoutMalformed(asDocument(json))
  const source = asOpenApi31(wellFormed)
  const named = nameOperations(hoistReferred(withPlainSchemas(withPlainMediaTypes(source))))
  const { notes, idOf } = named
  const complete = withKeysAsParameters(named.document)
  const { operations, refusals } = readOperations(complete)
  const { document, unreadable } = withoutUnreadable(complete)
  const schemas = readSchemas(document)
  return {
    title: document.info.title,
    version: document.info.version,
    description: document.info.description ?? '',
    servers: (document.servers ?? []).map(readServer),
    tags: (document.tags ?? []).map(({ name, description = '' }) => ({ name, description })),
    operations: operations.map((operation) => withLinks(operation, idOf)),
    refusals: [...malformed, ...refusals, ...unreadable],
    notes: [...notes, ...schemas.flatMap(noteOfSchema)],
    schemas,
    securitySchemes: readSecuritySchemes(document),
    workflows: arazzo.flatMap(readWorkflows).map((workflow) => withIds(workflow, idOf)),
    source: withoutOthers(document, operations),
  }
}

/** Without the named schemas that cannot be read, and what refers to them: an operation that uses one is refused already. */
function withoutUnreadable(document: ResolvedDocument): {
  readonly document: ResolvedDocument
  readonly unreadable: readonly DocumentError[]
} {
  const problems = Object.entries(document.components?.schemas ?? {}).flatMap(([name, schema]) => {
    const problem = problemOfSchema(document, schema)
    return problem === undefined ? [] : [[name, problem] as const]
  })
  if (problems.length === 0) return { document, unreadable: [] }
  const pointers = problems.map(([name]) => pointerTo('components', 'schemas', name))
  return {
    document: { ...document, components: withoutReferred({ ...document.components }, pointers) },
    unreadable: problems.map(
      ([name, problem]) => new DocumentError(pointerTo('components', 'schemas', name), `it ${problem}`),
    ),
  }
}

/** The named schemas; those whose names are identifiers keep them as names of types, whatever stands before them. */
function readSchemas({ components }: SourceDocument): NamedSchema[] {
  const entries = Object.entries(components?.schemas ?? {})
  const naming = createNaming({ reserved: [...typeKeywords, ...typesOfDocuments] })
  const isRight = ([name]: (typeof entries)[number]) => identifierOf(name) === name
  const typeNames = new Map(
    [...entries.filter(isRight), ...entries.filter((entry) => !isRight(entry))].map(([name]) => [
      name,
      naming.claim(name),
    ]),
  )
  return entries.map(([name, schema]) => ({ name, typeName: typeNames.get(name) ?? name, schema }))
}

/** Types that stand beside those of the schemas. */
const typesOfDocuments = ['OperationId', 'components', 'operations', 'paths', 'webhooks', '$defs']

function noteOfSchema({ name, typeName }: NamedSchema): string[] {
  if (name === typeName) return []
  return [`${pointerTo('components', 'schemas', name)}: its type is called "${typeName}".`]
}

function withLinks(operation: Operation, idOf: NamedDocument['idOf']): Operation {
  const responses = operation.responses.map((response) => ({
    ...response,
    links: response.links.map((link) => ({
      ...link,
      operationId: link.operationId === undefined ? undefined : idOf(link.operationId),
    })),
  }))
  return { ...operation, responses }
}

function withIds(workflow: Workflow, idOf: NamedDocument['idOf']): Workflow {
  return {
    ...workflow,
    steps: workflow.steps.map((step) => ({ ...step, operationId: idOf(step.operationId) })),
  }
}

/** The document without the operations that are refused. */
function withoutOthers(document: ResolvedDocument, operations: readonly Operation[]): SourceDocument {
  const kept = new Map<string, Set<string>>()
  for (const { path, method } of operations) kept.set(path, (kept.get(path) ?? new Set()).add(method))
  const paths = Object.entries(document.paths).flatMap(([path, item]) => {
    const methods = kept.get(path)
    if (!methods) return []
    const members = Object.entries(item).filter(
      ([key]) => !httpMethods.some((method) => method === key) || methods.has(key),
    )
    return [[path, Object.fromEntries(members)] as const]
  })
  return { ...document, paths: Object.fromEntries(paths) }
}
