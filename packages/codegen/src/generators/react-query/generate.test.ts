import { expect, test } from 'vitest'
import { readForeignDocument } from '../../../test/foreign-documents.ts'
import { generate } from './generate.ts'

const files = await generate(readForeignDocument('parcels'))

test('an operation that only reads is a query with a hook', () => {
  const file = files.get('operations/parcelExists.ts')

  expect(file).toContain("export const parcelExistsQuery: QueryFactory<'parcelExists', ParcelExistsInput>")
  expect(file).toContain("export function useParcelExists<Selected = QueryData<'parcelExists'>>(")
  expect(file).toContain('  input: ParcelExistsInput,')
})

test('any other operation is a mutation with a hook', () => {
  const file = files.get('operations/cancelParcel.ts')

  expect(file).toContain(
    "export const cancelParcelMutation: MutationFactory<'cancelParcel', CancelParcelInput>",
  )
  expect(file).toContain('export function useCancelParcel<Context = unknown>(')
  expect(file).toContain(" * const { mutate, error } = useCancelParcel()\n * mutate({ parcel_id: 'P-42' })")
})

test('the index exports all of them by name', () => {
  expect(files.get('index.ts')).toContain(
    "export { trackParcelQuery, useTrackParcel } from './operations/trackParcel.ts'",
  )
})
