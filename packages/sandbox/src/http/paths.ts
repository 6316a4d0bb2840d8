import { type OperationDescription, type OperationId, operations } from '../generated/document/operations.ts'

/** A path template with the operation of each of its methods, in capitals. */
export interface PathOperations {
  readonly template: string
  readonly operations: ReadonlyMap<string, OperationId>
}

/** The paths of the document. */
export function pathsOfDocument(): PathOperations[] {
  const paths = new Map<string, Map<string, OperationId>>()
  for (const [id, { method, path }] of entriesOf(operations)) {
    const methods = paths.get(path) ?? new Map<string, OperationId>()
    paths.set(path, methods.set(method.toUpperCase(), id))
  }
  return [...paths].map(([template, methods]) => ({ template, operations: methods }))
}

/** The value of `Allow`: HEAD comes with GET, and OPTIONS is always answered. */
export function allowedMethods({ operations: methods }: PathOperations): string {
  return [...methods.keys()]
    .flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    .concat('OPTIONS')
    .join(', ')
}

function entriesOf(table: typeof operations): [OperationId, OperationDescription][] {
  // The keys of the table are the operation ids: it has no others.
  return Object.entries(table) as [OperationId, OperationDescription][]
}
