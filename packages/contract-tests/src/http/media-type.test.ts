import { expect, test } from 'vitest'
import { essenceOf } from './media-type.ts'

test.each([
  ['text/plain', 'text/plain'],
  ['application/json; charset=utf-8', 'application/json'],
  ['Text/HTML;charset=UTF-8', 'text/html'],
  ['  text/plain ; format=flowed', 'text/plain'],
  ['application/problem+json', 'application/problem+json'],
])('of "%s" the essence is %s', (contentType, essence) => {
  expect(essenceOf(contentType)).toBe(essence)
})

test.each([[null], [undefined], [''], [';charset=utf-8'], ['  ']])('%j has none', (contentType) => {
  expect(essenceOf(contentType)).toBeUndefined()
})
