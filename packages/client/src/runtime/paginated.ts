import { RefusedError } from '../errors/index.ts'
import type { OperationId } from '../types/responses.ts'
import type { CallOptions } from './call-options.ts'
import type { Client } from './client.ts'
import { unsent } from './facts.ts'
import type { Members } from './given.ts'
import { given } from './given.ts'
import type { OperationFunction } from './operation.ts'
import type { PagedOperationFunction } from './paged.ts'

/** How an operation answers a page at a time, as `x-pagination` of the document says. */
export interface Pagination<Path extends readonly string[]> {
  readonly by: 'page' | 'offset' | 'cursor'
  /** The member of the input that says where a page begins. */
  readonly parameter: string
  /** The member that says how many items a page has. */
  readonly size?: string
  /** The number of the first page, or the offset of the first item. */
  readonly from: number
  /** How many items a page has by default, where the document says so. */
  readonly fullPage?: number
  /** Where the items are in a result; empty where it is a list. */
  readonly items: Path
  /** Where the next cursor is in a result. */
  readonly next?: readonly string[]
}

/** Adds the way through all pages to an operation whose pages are not the usual ones. */
export function paginated<Id extends OperationId, Input extends object, const Path extends readonly string[]>(
  operation: OperationFunction<Id, Input>,
  { by, parameter, size, from, fullPage, items: path, next = [] }: Pagination<Path>,
): PagedOperationFunction<Id, Input, Path> {
  // The input with another page is one, too.
  const call: (client: Client, input: Members, options?: CallOptions) => Promise<unknown> = operation as never
  async function* pages(client: Client, asGiven: Members = {}, options?: CallOptions) {
    const input = given(asGiven, 'input')
    const full = size === undefined ? undefined : (input[size] ?? fullPage)
    const sized = size === undefined ? {} : { [size]: full }
    let position: unknown = input[parameter] ?? (by === 'cursor' ? undefined : from)
    let before: unknown
    for (;;) {
      const result = await call(client, { ...input, ...sized, [parameter]: position }, options)
      const items = at(result, path)
      const following = by === 'cursor' ? at(result, next) : Number(position) + stepOf(items)
      const mark = by === 'cursor' ? following : JSON.stringify(items)
      if (!Array.isArray(items) || (items.length > 0 && mark === before))
        throw new RefusedError(parameter, 'new items', unsent(operation.facts))
      before = mark
      if (items.length > 0) yield items
      const isLast = by === 'cursor' ? (following ?? '') === '' : items.length < Number(full ?? 1)
      if (isLast) return
      position = following
    }
  }
  async function* items(...call: Parameters<typeof pages>) {
    for await (const page of pages(...call)) yield* page
  }
  const stepOf = (items: unknown) => (by === 'page' ? 1 : Number(Object(items).length))
  // The items have the type that the result has in that place.
  return Object.assign(operation, { pages, items }) as unknown as PagedOperationFunction<Id, Input, Path>
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce((part: unknown, name) => Object(part)[name], value)
}
