import { expect, test } from 'vitest'
import { checkNames, identifiers, withNewNames } from './names.ts'

const operation = { kind: 'operation', from: 'listBooks', to: 'listVolumes' } as const

test('an operation is renamed with what generators make of its name', () => {
  const text =
    'listBooks(api); listBooksQuery; useListBooks(); type A = ListBooksAnswers | ListBooksInput; `listBooks`'
  expect(withNewNames(text, identifiers(operation))).toBe(
    'listVolumes(api); listVolumesQuery; useListVolumes(); type A = ListVolumesAnswers | ListVolumesInput; `listVolumes`',
  )
})

test('an operation whose name only begins alike keeps it', () => {
  const text = 'listBooksAsSuperAdmin, officialListBooks, list_books, listBooks2'
  expect(withNewNames(text, identifiers(operation))).toBe(text)
})

test('a schema is renamed as a whole word', () => {
  const names = identifiers({ kind: 'schema', from: 'ShortBook', to: 'BookPreview' })
  expect(withNewNames('$ref: ../schemas/ShortBook.yaml # ShortBooks', names)).toBe(
    '$ref: ../schemas/BookPreview.yaml # ShortBooks',
  )
})

test.each([
  ['not in camelCase', { ...operation, to: 'List tokens' }, 'Choose one such as listVolumes'],
  ['that it has', { ...operation, to: 'listBooks' }, 'has that name already'],
  ['of a word', { ...operation, from: 'login' }, '"login" is also a word of texts'],
  [
    'of a schema in small letters',
    { kind: 'schema', from: 'NewBook', to: 'token' } as const,
    'Choose one such as BookPreview',
  ],
])('a name %s is refused', (_case, renaming, message) => {
  expect(() => checkNames(renaming)).toThrow(message)
})

test('a name that others have given stays', () => {
  const names = identifiers(operation)
  expect(withNewNames('UserService.listBooks calls listBooks', names, /UserService\.$/)).toBe(
    'UserService.listBooks calls listVolumes',
  )
})
