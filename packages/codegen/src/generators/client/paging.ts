import { type DocumentModel, isSuccess, type Operation, resolveSchema } from '../../model/index.ts'
import { inputMembers } from './input.ts'

/** How an operation answers a page at a time. */
export interface Paging {
  /** Items of a full page, unless the caller asks for another number; `undefined` where the document does not say. */
  readonly fullPage: number | undefined
}

/** An operation with `page` and `per_page` in its query, whose success is a list, answers a page at a time. */
export function pagingOf({ source }: DocumentModel, operation: Operation): Paging | undefined {
  const [page, perPage] = ['page', 'per_page'].map((wanted) =>
    inputMembers(operation).find(({ name, parameter }) => name === wanted && parameter.in === 'query'),
  )
  if (!page || !perPage || !isList({ source }, operation)) return undefined
  const number = resolveSchema(source, perPage.parameter.schema)['default']
  return { fullPage: typeof number === 'number' ? number : undefined }
}

function isList({ source }: Pick<DocumentModel, 'source'>, { responses }: Operation): boolean {
  const media = responses.filter(isSuccess).flatMap(({ content }) => content)
  return media.length > 0 && media.every(({ schema }) => resolveSchema(source, schema).type === 'array')
}
