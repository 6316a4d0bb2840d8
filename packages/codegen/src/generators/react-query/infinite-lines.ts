import type { DocumentModel, Operation } from '../../model/index.ts'
import { inputType, isInputOptional } from '../client/input.ts'
import { pagingOf } from '../client/paging.ts'
import { calledFactory } from './called.ts'
import { hookComment } from './comment.ts'
import { exportedNames } from './names.ts'

/** What the file of an operation that answers a page at a time imports besides. */
export function infiniteImports(model: DocumentModel, operation: Operation): string[] {
  if (!exportedNames(model, operation).infinite) return []
  return [
    "import { type InfiniteQueryHookOptions, type InfiniteQueryHookResult, useOperationInfiniteQuery } from '../../runtime/hooks.ts'",
    "import { infiniteQuery, type InfiniteQueryFactory, type Pages } from '../../runtime/infinite-query.ts'",
  ]
}

/** The infinite query of an operation that answers a page at a time, and its hook. */
export function infiniteLines(
  model: DocumentModel,
  operation: Operation,
  given: readonly string[],
): string[] {
  const { infinite } = exportedNames(model, operation)
  if (!infinite) return []
  const { id } = operation
  const { options, hook } = infinite
  const input = inputType(operation)
  const fullPage = pagingOf(model, operation)?.fullPage
  const called = calledFactory(operation, 'infiniteQuery', fullPage === undefined ? [] : [`${fullPage}`])
  const call = `const { data, fetchNextPage, hasNextPage } = ${hook}(${given.join('')})`
  return [
    '',
    `${comment(operation, `useInfiniteQuery(${options}(${['client', ...given].join(', ')}))`)}export const ${options}: InfiniteQueryFactory<'${id}', ${input}> = ${called.code}`,
    '',
    `${comment(operation, call)}export function ${hook}<Selected = Pages<'${id}'>>(`,
    `  input${isInputOptional(operation) ? '?' : ''}: ${input},`,
    `  options?: InfiniteQueryHookOptions<'${id}', ${input}, Selected>,`,
    `): InfiniteQueryHookResult<'${id}', Selected> {`,
    `  return useOperationInfiniteQuery(${options}(useClient(), input), options)`,
    '}',
  ]
}

function comment(operation: Operation, example: string): string {
  return hookComment({ ...operation, summary: `${operation.summary}: page after page` }, example)
}
