import { afterEach, expect, test, vi } from 'vitest'
import { checkedBaseUrl } from './base-url.ts'

afterEach(() => vi.unstubAllGlobals())

test('accepts http and https, with a path and a slash at its end or without', () => {
  expect(checkedBaseUrl('http://localhost:8000/api')).toBe('http://localhost:8000/api')
  expect(checkedBaseUrl('https://Windmill.Example.com/api/')).toBe('https://windmill.example.com/api')
})

test.each([
  'https://admin:changeme@windmill.example.com/api',
  'https://changeme@windmill.example.com/api',
  'https://windmill.example.com/api?token=changeme',
  'https://windmill.example.com/api?',
  'https://windmill.example.com/api#changeme',
  'ftp://windmill.example.com/changeme',
  'javascript:changeme',
  'windmill.example.com/changeme',
  '//changeme',
  '/?token=changeme',
  '',
])('refuses "%s", and shows a right one without repeating it', (baseUrl) => {
  const check = () => checkedBaseUrl(baseUrl)

  expect(check).toThrow(/refused baseUrl, .* such as "https:\/\/example.com\/api"/)
  expect(check).not.toThrow(/changeme/)
})

test('is relative to the page in a browser', () => {
  vi.stubGlobal('location', new URL('https://windmill.example.com/app/?tab=1#top'))

  expect(checkedBaseUrl('/api')).toBe('https://windmill.example.com/api')
})

test('stays relative where there is no page', () => {
  expect(checkedBaseUrl('/api/')).toBe('/api')
  expect(checkedBaseUrl('/')).toBe('')
})

test('writes braces so that no path value goes into them', () => {
  expect(checkedBaseUrl('http://localhost/{workspace}')).toBe('http://localhost/%7Bworkspace%7D')
})
