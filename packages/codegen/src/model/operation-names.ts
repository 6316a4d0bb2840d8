import { DocumentError, pointerTo } from './errors.ts'
import { capitalized, createNaming, identifierOf } from './naming.ts'
import { resolve } from './reference.ts'
import { reservedNames } from './reserved-names.ts'
import {
  type HttpMethod,
  httpMethods,
  type Reference,
  type SourceDocument,
  type SourceOperation,
  type SourcePathItem,
  type SourceResponse,
} from './source.ts'

/** What is named after an operation, in all packages. */
export function namesAfter(id: string): readonly string[] {
  const name = capitalized(id)
  return [
    `${name}Input`,
    `${name}Answers`,
    `${id}Query`,
    `${id}InfiniteQuery`,
    `${id}Mutation`,
    `use${name}`,
    `use${name}Infinite`,
  ]
}

/** A document in which each operation has an id of its own, which can name a function and a file. */
export interface NamedDocument {
  readonly document: ResolvedDocument
  /** For each operation that has another name than the document gives it, why. */
  readonly notes: readonly string[]
  /** The name for an `operationId` as it is written, in links and workflows. */
  readonly idOf: (written: string) => string
}

/** A document without references in its paths. */
export interface ResolvedDocument extends SourceDocument {
  readonly paths: Readonly<Record<string, SourcePathItem>>
}

interface Found {
  readonly path: string
  readonly method: HttpMethod
  readonly written: string | undefined
}

/** Gives every operation its id. Those that are right as they are written keep it, whatever stands before them. */
export function nameOperations(source: SourceDocument): NamedDocument {
  const document = withOwnPathItems(source)
  const found = operationsOf(document)
  const naming = createNaming({ derived: namesAfter, reserved: reservedNames })
  const ids = new Map<Found, string>()
  const isRight = ({ written }: Found) => written !== undefined && identifierOf(written) === written
  for (const each of [...found.filter(isRight), ...found.filter((one) => !isRight(one))])
    ids.set(each, naming.claim(wantedId(each)))
  const byWritten = new Map(found.toReversed().map((each) => [each.written, ids.get(each)]))
  return {
    document: withIds(document, ids),
    notes: found.flatMap((each) => noteOf(each, ids.get(each))),
    idOf: (written) => byWritten.get(written) ?? written,
  }
}

/** An id that is written, if it has a letter or a digit; else one that the method and the path make: `getUsersById`. */
function wantedId({ written, method, path }: Found): string {
  if (written !== undefined && /[\p{ID_Continue}]/u.test(written)) return written
  const segments = path.split('/').filter(Boolean)
  const words = segments.map((segment) => segment.replaceAll(/\{([^}]*)\}/g, ' by $1 '))
  return identifierOf([method, ...(words.length === 0 ? ['root'] : words)].join(' '))
}

function noteOf({ path, method, written }: Found, id = ''): string[] {
  if (written === id) return []
  const why = written === undefined ? 'has no operationId' : `has the operationId ${JSON.stringify(written)}`
  return [`${pointerTo('paths', path, method)}: ${why}. It is called "${id}" in all packages.`]
}

/** A path item that stands for several paths is one for each, so that each has operations of its own. Extensions are no paths. */
function withOwnPathItems(document: SourceDocument): ResolvedDocument {
  const written = Object.entries(document.paths ?? {}).filter(([path]) => path.startsWith('/'))
  const paths = written.map(([path, item]) => {
    const { $ref: _, ...beside } = { $ref: undefined, ...item }
    return [path, { ...resolve<SourcePathItem>(document, item).value, ...beside }]
  })
  return { ...document, paths: Object.fromEntries(paths) }
}

function operationsOf({ paths }: ResolvedDocument): Found[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    // In the order in which the path item has them.
    Object.keys(item).flatMap((key) => {
      const method = httpMethods.find((each) => each === key)
      return method ? [{ path, method, written: item[method]?.operationId }] : []
    }),
  )
}

function withIds(document: ResolvedDocument, ids: ReadonlyMap<Found, string>): ResolvedDocument {
  const paths: Record<string, SourcePathItem> = { ...document.paths }
  for (const [{ path, method }, operationId] of ids)
    paths[path] = {
      ...paths[path],
      [method]: { ...withResponses(document, method, paths[path]?.[method]), operationId },
    }
  return { ...document, paths }
}

/** OpenAPI 3.1 lets an operation say nothing of its responses: any is right. What HEAD returns has no body (RFC 9110, section 9.3.2). */
function withResponses(
  document: SourceDocument,
  method: HttpMethod,
  operation: SourceOperation = {},
): SourceOperation {
  const { responses = {} } = operation
  const written = Object.entries(responses).filter(([status]) => !status.startsWith('x-'))
  if (written.length === 0)
    return { ...operation, responses: { default: { description: 'The document does not say.' } } }
  if (method !== 'head') return { ...operation, responses: Object.fromEntries(written) }
  const heads = written.map(([status, response]) => [status, withoutContent(document, response)])
  return { ...operation, responses: Object.fromEntries(heads) }
}

/** A reference that leads nowhere stays, and is told where the operation is read. */
function withoutContent(
  document: SourceDocument,
  response: SourceResponse | Reference,
): SourceResponse | Reference {
  try {
    const { content: _, ...head } = resolve<SourceResponse>(document, response).value
    return head
  } catch (error) {
    if (error instanceof DocumentError) return response
    throw error
  }
}
