import { isRecord, listOf, memberOf, recordOf, textsOf } from './reading.ts'
import type { Context, Location } from './redocly.ts'

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** What the rules ask of an operation, read from its path item. */
export interface OperationFacts {
  path: string
  /** Its `operationId`, or its method and path where it has none. */
  name: string
  role: unknown
  needsCredentials: boolean
  hasBody: boolean
  /** Where its parameters stand: `path`, `query`, `header`, `cookie`. */
  parameterPlaces: string[]
  statuses: string[]
  location: Location
}

const placesOf = (parameters: unknown, { resolve }: Context): string[] =>
  textsOf(listOf(parameters).map((parameter) => memberOf(resolve(parameter).node, 'in')))

/** The operations of a path item, as facts. */
export const operationsOf = (pathItem: unknown, context: Context): OperationFacts[] =>
  methods.flatMap((method) => {
    const operation = memberOf(pathItem, method)
    if (!isRecord(operation)) return []
    const path = String(context.key)
    return {
      path,
      name: String(operation['operationId'] ?? `${method} ${path}`),
      role: operation['x-role'],
      needsCredentials: listOf(operation['security']).length > 0,
      hasBody: operation['requestBody'] !== undefined,
      parameterPlaces: [
        ...placesOf(memberOf(pathItem, 'parameters'), context),
        ...placesOf(operation['parameters'], context),
      ],
      statuses: Object.keys(recordOf(operation['responses'])),
      location: context.location.child(method),
    }
  })
