import { expect, test } from 'vitest'
import { normal } from './sample-base-url.ts'

test('a base URL of a sample has no slash at its end', () => {
  expect(normal('https://api.example.com/api/')).toBe('https://api.example.com/api')
})

test.each([
  'example',
  'ftp://api.example.com',
  "https://example.com/'; rm -rf .; '",
  'https://example.com/$(id)',
  '',
])('%j is no base URL of a sample', (text) => {
  expect(normal(text)).toBeUndefined()
})
