import { RefusedError } from '../errors/index.ts'
import type { OperationId, ResultOf } from '../types/responses.ts'
import type { CallOptions } from './call-options.ts'
import type { Client } from './client.ts'
import { unsent } from './facts.ts'
import { given } from './given.ts'
import type { CallArguments, OperationFunction, OperationMethod } from './operation.ts'

/** What a page of an operation holds, in the place of the result where its items are: by default, the result is a list. */
export type ItemOf<Id extends OperationId, Path extends readonly string[] = []> =
  PartOf<ResultOf<Id>, Path> extends readonly (infer Item)[] ? Item : never

type PartOf<Value, Path extends readonly string[]> = Path extends readonly [
  infer Name,
  ...infer Rest extends string[],
]
  ? Name extends keyof Value
    ? PartOf<NonNullable<Value[Name]>, Rest>
    : never
  : Value

/** An operation that answers a page at a time, as a function. */
export interface PagedOperationFunction<
  Id extends OperationId,
  Input extends object,
  Path extends readonly string[] = [],
> extends OperationFunction<Id, Input> {
  /**
   * Every item, page after page from `page` on. A page that is not full is the last one. A list alone cannot say how many items
   * there are, nor that one was added or removed meanwhile: such a change may show an item twice, or hide one.
   *
   * @example
   * for await (const account of listUsersAsSuperAdmin.items(client, { per_page: 100 })) console.log(account.email)
   *
   * @throws RefusedError when a page is the same as the one before, because that would never end.
   * @throws ErrorOf when a page cannot be had.
   */
  items(client: Client, ...call: CallArguments<Input>): AsyncGenerator<ItemOf<Id, Path>, void, undefined>
  /**
   * The same page by page, so that one can be shown while the next is awaited. Pages without an item are left out.
   *
   * @example
   * for await (const page of listUsersAsSuperAdmin.pages(client, { per_page: 100 })) console.log(page.length)
   *
   * @throws RefusedError when a page is the same as the one before, because that would never end.
   * @throws ErrorOf when a page cannot be had.
   */
  pages(client: Client, ...call: CallArguments<Input>): AsyncGenerator<ItemOf<Id, Path>[], void, undefined>
}

/** An operation that answers a page at a time, as a method. */
export interface PagedOperationMethod<
  Id extends OperationId,
  Input extends object,
  Path extends readonly string[] = [],
> extends OperationMethod<Id, Input> {
  /**
   * Every item, page after page from `page` on. A page that is not full is the last one. A list alone cannot say how many items
   * there are, nor that one was added or removed meanwhile: such a change may show an item twice, or hide one.
   *
   * @example
   * for await (const account of api.listUsersAsSuperAdmin.items({ per_page: 100 })) console.log(account.email)
   *
   * @throws RefusedError when a page is the same as the one before, because that would never end.
   * @throws ErrorOf when a page cannot be had.
   */
  items(...call: CallArguments<Input>): AsyncGenerator<ItemOf<Id, Path>, void, undefined>
  /**
   * The same page by page, so that one can be shown while the next is awaited. Pages without an item are left out.
   *
   * @example
   * for await (const page of api.listUsersAsSuperAdmin.pages({ per_page: 100 })) console.log(page.length)
   *
   * @throws RefusedError when a page is the same as the one before, because that would never end.
   * @throws ErrorOf when a page cannot be had.
   */
  pages(...call: CallArguments<Input>): AsyncGenerator<ItemOf<Id, Path>[], void, undefined>
}

/** What the document calls a page, and how many items it has. */
export interface PageInput {
  readonly page?: number | undefined
  readonly per_page?: number | undefined
}

/** Adds the way through all pages to an operation. `fullPage` is how many items one has by default, where the document says so. */
export function paged<Id extends OperationId, Input extends PageInput>(
  operation: OperationFunction<Id, Input>,
  fullPage?: number,
): PagedOperationFunction<Id, Input> {
  // The input with another page is one, too.
  const call: (client: Client, input: PageInput, options?: CallOptions) => Promise<unknown> =
    operation as never
  async function* pages(client: Client, input?: Input, options?: CallOptions) {
    const asGiven: PageInput = given(input, 'input')
    const per_page = asGiven.per_page ?? fullPage
    let before = ''
    for (let page = asGiven.page ?? 1; ; page++) {
      const items = await call(client, { ...asGiven, page, per_page }, options)
      const written = JSON.stringify(items)
      if (!Array.isArray(items) || written === before)
        throw new RefusedError('page', 'new items', unsent(operation.facts))
      before = written
      if (items.length) yield items
      if (items.length < (per_page ?? 1)) return
    }
  }
  async function* items(...call: Parameters<typeof pages>) {
    for await (const page of pages(...call)) yield* page
  }
  // The items have the type that the result has.
  return Object.assign(operation, { pages, items }) as PagedOperationFunction<Id, Input>
}
