import type { Operation } from '../../model/index.ts'

/** What the file of an operation exports. */
export interface ExportedNames {
  /** `whoisQuery`, `createTokenMutation` */
  readonly options: string
  /** `useWhois`, `useCreateToken` */
  readonly hook: string
}

/** An operation that only reads is a query (RFC 9110, section 9.2.1), any other one a mutation. */
export function isQuery({ method }: Operation): boolean {
  return method === 'get' || method === 'head'
}

export function exportedNames(operation: Operation): ExportedNames {
  const { id } = operation
  return {
    options: `${id}${isQuery(operation) ? 'Query' : 'Mutation'}`,
    hook: `use${id[0]?.toUpperCase()}${id.slice(1)}`,
  }
}
