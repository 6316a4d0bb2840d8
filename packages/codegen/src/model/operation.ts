import { type Deprecation, readDeprecation } from './deprecation.ts'
import { withDeprecationHeaders } from './deprecation-headers.ts'
import { DocumentError, pointerTo } from './errors.ts'
import type { ResolvedDocument } from './operation-names.ts'
import { type Paging, readPaging } from './paging.ts'
import { type Parameter, readParameters } from './parameter.ts'
import { refuseUndefinedForms } from './parameter-form.ts'
import { type RequestBody, readRequestBody } from './request-body.ts'
import { isSuccess, type Response, readResponses } from './response.ts'
import { problemOfValues } from './sample.ts'
import { problemOfSchema } from './schema-problems.ts'
import {
  type KeyChoice,
  readCredentials,
  readKeys,
  readSecurity,
  refuseChallenges,
  refuseSharedHeader,
  type SecurityRequirement,
  takesToken,
} from './security.ts'
import { readServer, refuseUnknownVariables, type Server } from './server.ts'
import {
  type HttpMethod,
  httpMethods,
  type Schema,
  type SourceDocument,
  type SourceOperation,
  type SourcePathItem,
} from './source.ts'
import { eventStream } from './stream.ts'
import { refuseNewer } from './version.ts'

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
  /** Undefined where it is not deprecated. */
  readonly deprecation: Deprecation | undefined
  /** `x-draft`: shown in a preview alone, and in no release. */
  readonly draft: boolean
  /** `x-role`: who may call it. */
  readonly role: string | undefined
  /** `x-internal`: a neighbour, absent from the published bundle. */
  readonly internal: boolean
  /** Whether a repetition changes nothing more: `x-idempotent`, else a safe method (RFC 9110, section 9.2.1). */
  readonly idempotent: boolean
  /** Alternatives; none at all means that no credentials are looked at, or that the document does not say. */
  readonly security: readonly SecurityRequirement[]
  /** The same without client certificates, which prove who calls below HTTP, and without what no client can send by itself. */
  readonly credentials: readonly SecurityRequirement[]
  /** Whether no token is sent: no credentials are looked at, or others, which are parameters. Where the document says nothing, the caller knows. */
  readonly anonymous: boolean
  /** The keys that a client may have for it; `undefined` where there are none. */
  readonly keys: KeyChoice | undefined
  /** Its own servers, or those of its path; none where it is on those of the document. */
  readonly servers: readonly Server[]
  readonly parameters: readonly Parameter[]
  readonly requestBody: RequestBody | undefined
  readonly responses: readonly Response[]
  /** How it answers a page at a time, where it does. */
  readonly paging: Paging | undefined
}

const safeMethods: readonly HttpMethod[] = ['get', 'head', 'options', 'trace']

/** What a document has of operations. */
export interface ReadOperations {
  /** In the order in which the document has them. */
  readonly operations: readonly Operation[]
  /** Why others are absent. */
  readonly refusals: readonly DocumentError[]
}

/** Reads every operation by itself: one that cannot be read takes no other one with it. */
export function readOperations(document: ResolvedDocument): ReadOperations {
  const operations: Operation[] = []
  const byUrls = new Map<string, Operation>()
  const refusals: DocumentError[] = []
  for (const [path, item] of Object.entries(document.paths))
    for (const method of methodsOf(item))
      try {
        const operation = readOperation(document, path, method, item)
        refuseSameUrls(operation, byUrls)
        operations.push(operation)
      } catch (error) {
        if (!(error instanceof DocumentError)) throw error
        refusals.push(placedAt(pointerTo('paths', path, method), error))
      }
  return { operations, refusals }
}

/** The refusal with the place of its operation, where the problem is in what the operation refers to. */
function placedAt(pointer: string, error: DocumentError): DocumentError {
  if (error.pointer.startsWith(pointer)) return error
  return new DocumentError(pointer, `it refers to ${error.message}`)
}

/** Whether a call without credentials is refused. */
export function needsCredentials({ credentials }: Operation): boolean {
  return credentials.length > 0 && credentials.every((schemes) => schemes.length > 0)
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
): Operation {
  const pointer = pointerTo('paths', path, method)
  const source: SourceOperation = item[method] ?? {}
  refuseNewer(pointer, source)
  const parameters = readParameters(document, pointer, item.parameters, source.parameters)
  refuseOtherTemplate(pointer, path, parameters)
  refuseUndefinedForms(document, pointer, parameters)
  refuseChallenges(document, pointer, source.security)
  refuseSharedHeader(document, pointer, source.security)
  const servers = (source.servers ?? item.servers ?? []).map(readServer)
  refuseUnknownVariables(pointer, servers)
  const deprecation = readDeprecation(source)
  const responses = withDeprecationHeaders(readResponses(document, source.responses), deprecation)
  refuseMixedEvents(pointer, responses)
  const operation = {
    // Every operation has been given one.
    id: source.operationId ?? '',
    method,
    path,
    summary: source.summary ?? item.summary ?? '',
    description: source.description ?? item.description ?? '',
    tags: source.tags ?? [],
    deprecation,
    draft: source['x-draft'] === true,
    role: source['x-role'],
    internal: source['x-internal'] ?? false,
    idempotent: source['x-idempotent'] ?? safeMethods.includes(method),
    security: readSecurity(document, source.security),
    credentials: readCredentials(document, source.security),
    anonymous: !takesToken(document, source.security),
    keys: readKeys(document, source.security),
    servers,
    parameters,
    requestBody: readRequestBody(document, source.requestBody),
    responses,
    paging: readPaging(document, pointer, source['x-pagination'], { parameters, responses }),
  }
  const problem = problemOf(document, schemasOf(operation))
  if (problem !== undefined) throw new DocumentError(pointer, `it ${problem}`)
  return operation
}

/** Whether the data of an event are JSON is one question, and nothing in an event answers it. */
function refuseMixedEvents(pointer: string, responses: readonly Response[]): void {
  const events = responses
    .filter(isSuccess)
    .flatMap(({ content }) => content.filter(({ name }) => name === eventStream))
  if (new Set(events.map(({ hasJsonItems }) => hasJsonItems)).size > 1)
    throw new DocumentError(
      pointer,
      'its successes have events of which some hold JSON and others text. Expected the same of all, such as events that hold JSON.',
    )
}

function problemOf(document: SourceDocument, schemas: readonly Schema[]): string | undefined {
  const first = (problemOfOne: typeof problemOfValues) =>
    schemas.map((schema) => problemOfOne(document, schema)).find((problem) => problem !== undefined)
  return first(problemOfSchema) ?? first(problemOfValues)
}

/** All schemas that an operation names itself. */
export function schemasOf({
  parameters,
  requestBody,
  responses,
}: Pick<Operation, 'parameters' | 'requestBody' | 'responses'>): readonly Schema[] {
  const headers = responses.flatMap((response) => response.headers)
  const media = [requestBody, ...responses].flatMap((part) => part?.content ?? [])
  return [...parameters, ...headers, ...media].map(({ schema }) => schema)
}

/** The names in a path template, in order. */
function namesInTemplate(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name)
}

/** The template and the path parameters name the same. */
function refuseOtherTemplate(pointer: string, path: string, parameters: readonly Parameter[]): void {
  const cut = /[?#]/.exec(path)?.[0]
  if (cut !== undefined)
    throw new DocumentError(
      pointer,
      `the path has "${cut}", which ends a path in a URL. Expected a path alone, and query parameters for the rest.`,
    )
  const inTemplate = namesInTemplate(path)
  const given = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)
  const lacking = inTemplate.find((name) => !given.includes(name))
  if (lacking !== undefined)
    throw new DocumentError(
      pointer,
      `the path has "{${lacking}}", and no parameter of that name is in the path. Expected one, such as { "name": "${lacking}", "in": "path", "required": true, "schema": { "type": "string" } }.`,
    )
  const surplus = given.find((name) => !inTemplate.includes(name))
  if (surplus !== undefined)
    throw new DocumentError(
      pointer,
      `the parameter "${surplus}" is in the path, and "${path}" does not name it. Expected "{${surplus}}" in the path.`,
    )
}

/** Templates that differ in the names of their parameters alone are the same (OpenAPI 3.1.1, section 4.8.8.2). */
function refuseSameUrls(operation: Operation, others: Map<string, Operation>): void {
  const urls = `${operation.method} ${operation.path.replaceAll(/\{[^{}]+\}/g, '{}')}`
  const first = others.get(urls)
  if (!first) {
    others.set(urls, operation)
    return
  }
  throw new DocumentError(
    pointerTo('paths', operation.path, operation.method),
    `it has the same URLs as ${first.method.toUpperCase()} ${first.path}. Expected one operation for a method and a path, whatever its parameters are called.`,
  )
}
