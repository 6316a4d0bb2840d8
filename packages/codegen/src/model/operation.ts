import { DocumentError, pointerTo } from './errors.ts'
import { type Parameter, readParameters } from './parameter.ts'
import { resolve } from './reference.ts'
import { type RequestBody, readRequestBody } from './request-body.ts'
import { type Response, readResponses } from './response.ts'
import { readSecurity, type SecurityRequirement } from './security.ts'
import {
  type HttpMethod,
  httpMethods,
  type SourceDocument,
  type SourceOperation,
  type SourcePathItem,
} from './source.ts'

/** One operation with everything that it refers to resolved. */
export interface Operation {
  /** The `operationId`: the one name that it carries in every package. */
  readonly id: string
  readonly method: HttpMethod
  /** The path template: `/w/{workspace}/users/list`. */
  readonly path: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly deprecated: boolean
  /** `x-role`: who may call it. */
  readonly role: string | undefined
  /** `x-internal`: a neighbour, absent from the published bundle. */
  readonly internal: boolean
  /** Whether a repetition changes nothing more: `x-idempotent`, else a safe method (RFC 9110, section 9.2.1). */
  readonly idempotent: boolean
  /** Alternatives; none at all means that no credentials are looked at. */
  readonly security: readonly SecurityRequirement[]
  readonly parameters: readonly Parameter[]
  readonly requestBody: RequestBody | undefined
  readonly responses: readonly Response[]
}

const safeMethods: readonly HttpMethod[] = ['get', 'head', 'options', 'trace']

/** All operations, in the order in which the document has them. */
export function readOperations(document: SourceDocument): Operation[] {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, source]) => {
    const { value: item } = resolve<SourcePathItem>(document, source)
    return methodsOf(item).flatMap((method) => {
      const operation = item[method]
      return operation ? [readOperation(document, path, method, item, operation)] : []
    })
  })
  refuseDuplicates(operations)
  return operations
}

/** Whether a call without credentials is refused. */
export function needsCredentials(operation: Operation): boolean {
  return operation.security.length > 0 && operation.security.every((schemes) => schemes.length > 0)
}

/** The methods in the order in which the path item has them. */
function methodsOf(item: SourcePathItem): HttpMethod[] {
  return Object.keys(item).flatMap((key) => httpMethods.filter((method) => method === key))
}

function readOperation(
  document: SourceDocument,
  path: string,
  method: HttpMethod,
  item: SourcePathItem,
  source: SourceOperation,
): Operation {
  const pointer = pointerTo('paths', path, method)
  return {
    id: readOperationId(pointer, source.operationId),
    method,
    path,
    summary: source.summary ?? '',
    description: source.description ?? '',
    tags: source.tags ?? [],
    deprecated: source.deprecated ?? false,
    role: source['x-role'],
    internal: source['x-internal'] ?? false,
    idempotent: source['x-idempotent'] ?? safeMethods.includes(method),
    security: readSecurity(document, source.security),
    parameters: readParameters(document, pointer, item.parameters, source.parameters),
    requestBody: readRequestBody(document, source.requestBody),
    responses: readResponses(document, source.responses),
  }
}

function readOperationId(pointer: string, id: string | undefined): string {
  if (id !== undefined && /^[A-Za-z_$][\w$]*$/.test(id)) return id
  throw new DocumentError(
    pointer,
    `${id === undefined ? 'the operation has no operationId' : `"${id}" cannot name a function`}. Expected letters and digits that begin with a letter, such as "operationId: listUsers".`,
  )
}

function refuseDuplicates(operations: readonly Operation[]): void {
  const seen = new Map<string, Operation>()
  for (const operation of operations) {
    const first = seen.get(operation.id)
    if (first) {
      throw new DocumentError(
        pointerTo('paths', operation.path, operation.method),
        `the operationId "${operation.id}" already names ${first.method.toUpperCase()} ${first.path}. Expected a name of its own.`,
      )
    }
    seen.set(operation.id, operation)
  }
}
