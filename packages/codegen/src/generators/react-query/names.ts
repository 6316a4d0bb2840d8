import type { DocumentModel, Operation } from '../../model/index.ts'
import { hasUsualPages } from '../client/paging.ts'
import { secretPaths } from './secrets.ts'

/** What the file of an operation exports. */
export interface ExportedNames {
  /** `whoisQuery`, `createTokenMutation` */
  readonly options: string
  /** `useWhois`, `useCreateToken` */
  readonly hook: string
  /** Of an operation that answers a page at a time. */
  readonly infinite?: { readonly options: string; readonly hook: string }
}

/**
 * An operation that only reads is a query (RFC 9110, section 9.2.1), any other one a mutation. So is one that takes a secret: the input of
 * a query is in its key, which is stored and logged. And one that answers a stream, which can be read once and is no value to keep.
 */
export function isQuery(model: DocumentModel, operation: Operation): boolean {
  const { method, responses } = operation
  const isRead = method === 'get' || method === 'head'
  const isStream = responses.some(({ content }) => content.some(({ kind }) => kind === 'stream'))
  return isRead && !isStream && secretPaths(model, operation).length === 0
}

export function exportedNames(model: DocumentModel, operation: Operation): ExportedNames {
  const { id } = operation
  const hook = `use${id[0]?.toUpperCase()}${id.slice(1)}`
  const isPaged = isQuery(model, operation) && hasUsualPages(operation)
  return {
    options: `${id}${isQuery(model, operation) ? 'Query' : 'Mutation'}`,
    hook,
    ...(isPaged && { infinite: { options: `${id}InfiniteQuery`, hook: `${hook}Infinite` } }),
  }
}
