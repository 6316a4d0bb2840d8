import { isRecord, listOf, memberOf, recordOf } from './reading.ts'
import type { Context, Location } from './redocly.ts'

/** What an operation can be called with, as keys of a path item. */
export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']

/**
 * The keys of an operation in their order, from what names it, over who may call it, to what goes in and out: all that
 * OpenAPI has, and the extensions of this document.
 */
export const keyOrder = [
  'operationId',
  'summary',
  'description',
  'tags',
  'externalDocs',
  'deprecated',
  'x-deprecated-since',
  'x-sunset',
  'x-replaced-by',
  'x-deprecated-reason',
  'x-draft',
  'x-internal',
  'x-role',
  'x-idempotent',
  'x-pagination',
  'security',
  'servers',
  'parameters',
  'requestBody',
  'responses',
  'callbacks',
]

/** A parameter of an operation or of its path item. A dead reference has neither name nor place. */
export interface ParameterFacts {
  name: string | undefined
  /** `path`, `query`, `header` or `cookie`. */
  place: string | undefined
  /** What it says, behind its reference. */
  node: unknown
  /** Where it is listed. */
  location: Location
}

/** What the rules ask of an operation, read from its path item. */
export interface OperationFacts {
  path: string
  method: string
  /** Its `operationId`, or its method and path where it has none. */
  name: string
  role: unknown
  /** Undefined where it does not state its security. */
  needsCredentials: boolean | undefined
  hasBody: boolean
  /** Its own parameters and those of its path item. */
  parameters: ParameterFacts[]
  statuses: string[]
  /** The operation as it is written. */
  node: Record<string, unknown>
  location: Location
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const parametersOf = (parent: unknown, location: Location, { resolve }: Context): ParameterFacts[] =>
  listOf(memberOf(parent, 'parameters')).map((parameter, index) => {
    const { node } = resolve(parameter)
    return {
      name: textOf(memberOf(node, 'name')),
      place: textOf(memberOf(node, 'in')),
      node,
      location: location.child(['parameters', index]),
    }
  })

/** The operations of a path of the API, as facts. A webhook or a callback is no path: its key is none. */
export const operationsOf = (pathItem: unknown, context: Context): OperationFacts[] => {
  const path = String(context.key)
  if (!path.startsWith('/')) return []
  return methods.flatMap((method) => {
    const operation = memberOf(pathItem, method)
    if (!isRecord(operation)) return []
    const location = context.location.child(method)
    return {
      path,
      method,
      name: String(operation['operationId'] ?? `${method} ${path}`),
      role: operation['x-role'],
      needsCredentials: Array.isArray(operation['security']) ? operation['security'].length > 0 : undefined,
      hasBody: operation['requestBody'] !== undefined,
      parameters: [
        ...parametersOf(pathItem, context.location, context),
        ...parametersOf(operation, location, context),
      ],
      statuses: Object.keys(recordOf(operation['responses'])),
      node: operation,
      location,
    }
  })
}

/** The names in the braces of a path. */
export const namesInPath = (path: string): string[] =>
  [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => String(name))
