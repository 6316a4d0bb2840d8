import type { DocumentModel, Operation } from '../../model/index.ts'
import { pagingOf } from '../client/paging.ts'

/** What the file of an operation exports. */
export interface ExportedNames {
  /** `whoisQuery`, `createTokenMutation` */
  readonly options: string
  /** `useWhois`, `useCreateToken` */
  readonly hook: string
  /** Of an operation that answers a page at a time. */
  readonly infinite?: { readonly options: string; readonly hook: string }
}

/** An operation that only reads is a query (RFC 9110, section 9.2.1), any other one a mutation. */
export function isQuery({ method }: Operation): boolean {
  return method === 'get' || method === 'head'
}

export function exportedNames(model: DocumentModel, operation: Operation): ExportedNames {
  const { id } = operation
  const hook = `use${id[0]?.toUpperCase()}${id.slice(1)}`
  const isPaged = isQuery(operation) && pagingOf(model, operation)
  return {
    options: `${id}${isQuery(operation) ? 'Query' : 'Mutation'}`,
    hook,
    ...(isPaged && { infinite: { options: `${id}InfiniteQuery`, hook: `${hook}Infinite` } }),
  }
}
