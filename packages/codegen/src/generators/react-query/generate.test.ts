import { describe, expect, test } from 'vitest'
import { readForeignDocument } from '../../../test/foreign-documents.ts'
import { readDocument } from '../../model/index.ts'
import { affectedBy } from './affected.ts'
import { generate } from './generate.ts'

const files = await generate(readForeignDocument('parcels'))

test('an operation that only reads is a query with a hook', () => {
  const file = files.get('operations/parcelExists.ts')

  expect(file).toContain("export const parcelExistsQuery: QueryFactory<'parcelExists', ParcelExistsInput>")
  expect(file).toContain("export function useParcelExists<Selected = QueryData<'parcelExists'>>(")
  expect(file).toContain('  input: ParcelExistsInput,')
})

describe('a mutation affects the queries', () => {
  const answers = { responses: { 200: { description: 'done' } } }
  const document = readDocument({
    openapi: '3.1.1',
    info: { title: 'Things', version: '1.0.0' },
    paths: {
      '/shelves/{shelf}/books': {
        get: { operationId: 'listBooks', ...answers },
        post: { operationId: 'addBook', ...answers },
      },
      '/shelves/{shelf}/books/{book}': {
        get: { operationId: 'getBook', ...answers },
        delete: { operationId: 'removeBook', ...answers },
      },
      '/shelves/{shelf}/burn': { post: { operationId: 'burnShelf', ...answers } },
      '/tokens/list': { get: { operationId: 'listTokens', ...answers } },
      '/tokens/create': { post: { operationId: 'createToken', ...answers } },
      '/login': { post: { operationId: 'login', ...answers } },
    },
  })
  const affected = (id: string) => {
    const operation = document.operations.find((known) => known.id === id)
    return operation && affectedBy(document, operation)
  }

  test('of its own path, and of what is below', () => {
    expect(affected('addBook')).toEqual({ queries: ['listBooks', 'getBook'], by: ['shelf'] })
    expect(affected('removeBook')).toEqual({ queries: ['listBooks', 'getBook'], by: ['shelf'] })
  })

  test('beside it, where its path ends with a verb', () => {
    expect(affected('createToken')).toEqual({ queries: ['listTokens'], by: [] })
    expect(affected('burnShelf')).toEqual({ queries: ['listBooks', 'getBook'], by: [] })
  })

  test('of no place, where the document has nothing there', () => {
    expect(affected('login')).toEqual({ queries: [], by: [] })
  })
})

test('a list with pages has an infinite query with a hook', async () => {
  const number = (name: string) => ({ name, in: 'query', schema: { type: 'integer', default: 5 } }) as const
  const content = { 'application/json': { schema: { type: 'array' } } }
  const paged = readDocument({
    openapi: '3.1.1',
    info: { title: 'Things', version: '1.0.0' },
    paths: {
      '/things': {
        get: {
          operationId: 'listThings',
          parameters: [number('page'), number('per_page')],
          responses: { 200: { description: 'things', content } },
        },
      },
    },
  })
  const file = (await generate(paged)).get('operations/listThings.ts')

  expect(file).toContain(
    "infiniteQuery<'listThings', ListThingsInput, QueryData<'listThings'>>(listThings, 5), {})",
  )
  expect(file).toContain("export function useListThingsInfinite<Selected = Pages<'listThings'>>(")
})

test('a query holds null where the operation answers nothing', () => {
  const nothing =
    "query<'parcelExists', ParcelExistsInput, QueryData<'parcelExists'>>(/* @__PURE__ */ nullForNothing(parcelExists))"
  expect(files.get('operations/parcelExists.ts')).toContain(nothing)
})

test('an input may be left out where all of it is optional, and only there', async () => {
  const optional = await generate(
    readDocument({
      openapi: '3.1.1',
      info: { title: 'Things', version: '1.0.0' },
      paths: {
        '/things': {
          get: { operationId: 'listThings', responses: { 200: { description: 'things' } } },
          delete: { operationId: 'clearThings', responses: { 204: { description: 'cleared' } } },
        },
      },
    }),
  )

  expect(optional.get('operations/listThings.ts')).toContain('withoutInput(')
  expect(optional.get('operations/clearThings.ts')).toContain("callWithoutInput<'clearThings', ")
  expect(files.get('operations/parcelExists.ts')).not.toContain('withoutInput(')
  expect(files.get('operations/cancelParcel.ts')).not.toContain('WithoutInput')
})

test('any other operation is a mutation with a hook', () => {
  const file = files.get('operations/cancelParcel.ts')

  expect(file).toContain(
    "export const cancelParcelMutation: MutationFactory<'cancelParcel', CancelParcelInput>",
  )
  expect(file).toContain('export function useCancelParcel<Context = unknown>(')
  expect(file).toContain(" * const { mutate, error } = useCancelParcel()\n * mutate({ parcel_id: 'P-42' })")
})

test('a hook shows in the editor how the operation fails', () => {
  expect(files.get('operations/cancelParcel.ts')).toContain(
    ' * The `status` of `error` may be\n * - 401: Who are you?\n *\n * @example\n * const',
  )
})

test('the index exports all of them by name', () => {
  expect(files.get('index.ts')).toContain(
    "export { trackParcelQuery, useTrackParcel } from './operations/trackParcel.ts'",
  )
})
