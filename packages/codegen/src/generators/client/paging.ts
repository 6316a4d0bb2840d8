import type { Operation } from '../../model/index.ts'
import { literal } from '../../text/literal.ts'
import { inputMembers } from './input.ts'

/** Whether pages are those that the runtime of all pages knows: by number from 1, with the names that it has, and the result is a list. */
export function hasUsualPages(operation: Operation): boolean {
  const { paging } = operation
  const isUsual =
    paging?.by === 'page' && paging.parameter === 'page' && paging.size === 'per_page' && paging.from === 1
  return (
    isUsual &&
    paging.items.length === 0 &&
    ['page', 'per_page'].every((name) => nameOf(operation, name) === name)
  )
}

/** How the file of an operation makes its pages; nothing where it has none. */
export function pagingCall(
  operation: Operation,
): { readonly maker: string; readonly told: string } | undefined {
  const { paging } = operation
  if (!paging) return undefined
  const { by, from, fullPage, items, next } = paging
  if (hasUsualPages(operation)) return { maker: 'paged', told: fullPage === undefined ? '' : `${fullPage}` }
  const told = {
    by,
    parameter: nameOf(operation, paging.parameter),
    ...(paging.size !== undefined && { size: nameOf(operation, paging.size) }),
    from,
    ...(fullPage !== undefined && { fullPage }),
    items,
    ...(next.length > 0 && { next }),
  }
  return { maker: 'paginated', told: literal(told, '  ') }
}

/** The type arguments of a paged operation after its input: where the items are, unless the result is a list. */
export function itemsArgument({ paging }: Operation): string {
  const items = paging?.items ?? []
  return items.length === 0 ? '' : `, ${literal(items)}`
}

/** The member of the input for a parameter of the query. */
function nameOf(operation: Operation, wanted: string): string | undefined {
  return inputMembers(operation).find(
    ({ parameter }) => parameter.in === 'query' && parameter.name === wanted,
  )?.name
}
