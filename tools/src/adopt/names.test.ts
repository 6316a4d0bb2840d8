import { expect, test } from 'vitest'
import { namesFor } from './names.ts'

test.each([
  ['@windmill-user-api/client', '@acme/petstore-client'],
  ["Symbol.for('@windmill-user-api/error')", "Symbol.for('@acme/petstore-error')"],
  ["product = 'windmill-user-api'", "product = 'acme-petstore'"],
  ['windmill-user-codegen', 'petstore-codegen'],
  ['createUserApi', 'createPetstoreApi'],
  ['create-user-api.ts', 'create-petstore-api.ts'],
  ['WINDMILL_TOKEN', 'PETSTORE_TOKEN'],
  ["Typed client of Windmill's user API", 'Typed client of the Pets API'],
])('%s becomes %s', (before, after) => {
  expect(namesFor('@acme/petstore', 'Pets').rename(before)).toBe(after)
})

test('says API once where the name or the title ends with it', () => {
  const { rename } = namesFor('museum-api', 'Museum API')
  expect(rename('@windmill-user-api/client createUserApi, the user API')).toBe(
    'museum-api-client createMuseumApi, the Museum API',
  )
})

test('renames once, where another name has one of ours in it', () => {
  const { rename } = namesFor('@acme/windmill', 'Windmill API')
  expect(rename('class AbortedError extends UserApiError, WINDMILL_TOKEN, Windmill')).toBe(
    'class AbortedError extends WindmillApiError, WINDMILL_TOKEN, Windmill API',
  )
})

test('makes of any title one line that ends no string and no comment', () => {
  expect(namesFor('@acme/pets', 'Ada\'s "Pets"\n*/ `{x}`').title).toBe('Ada’s ’Pets’ ’ x ’')
})

test.each(['@acme/', '@acme/Pets', 'pets/api', '3d', '', '@acme/a b', '../pets', `a${'b'.repeat(200)}`])(
  'refuses the name %j, and shows a right one',
  (name) => {
    expect(() => namesFor(name, 'Pets')).toThrow(/cannot name packages\. .* such as --name @acme\/petstore/)
  },
)
