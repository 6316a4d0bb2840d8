import { afterEach, expect, test, vi } from 'vitest'
import { normalBaseUrl } from './index.ts'

afterEach(() => vi.unstubAllGlobals())

test.each([
  ['http://localhost:8000/api', 'http://localhost:8000/api'],
  ['http://localhost:8000/api/', 'http://localhost:8000/api'],
  ['http://localhost:8000/api//', 'http://localhost:8000/api'],
  ['http://localhost', 'http://localhost'],
  ['http://localhost:80/api', 'http://localhost/api'],
  ['https://localhost:443/api', 'https://localhost/api'],
  ['HTTPS://Windmill.Example.COM/API', 'https://windmill.example.com/API'],
  ['http://localhost/v1/../api/./x/..', 'http://localhost/api'],
  ['http://localhost/%2e%2e/api', 'http://localhost/api'],
  ['http://localhost/my api/ä', 'http://localhost/my%20api/%C3%A4'],
  ['http://localhost/{workspace}', 'http://localhost/%7Bworkspace%7D'],
  ['http://[0:0:0:0:0:0:0:1]:8000/api', 'http://[::1]:8000/api'],
  ['http://127.1/api', 'http://127.0.0.1/api'],
  ['https://bücher.example/api', 'https://xn--bcher-kva.example/api'],
  [' http://localhost/api\n', 'http://localhost/api'],
  ['http:\\\\localhost\\api', 'http://localhost/api'],
])('reads %j', (given, normal) => {
  expect(normalBaseUrl(given)).toBe(normal)
  expect(normalBaseUrl(normal)).toBe(normal)
})

test('reads a URL', () => {
  expect(normalBaseUrl(new URL('http://LOCALHOST:80/api/'))).toBe('http://localhost/api')
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
  undefined,
])('refuses %j', (given) => {
  expect(normalBaseUrl(given)).toBeUndefined()
})

test.each([null, 7, {}, [], true])('refuses what is no URL in plain JavaScript: %j', (given) => {
  expect(normalBaseUrl(given as never, 'https://windmill.example.com/')).toBeUndefined()
})

test.each([
  ['HTTP://LocalHost:80/api/', 'http://localhost/api'],
  ['/api/', '/api'],
])('reads %j in the same way where no page is meant', (given, normal) => {
  vi.stubGlobal('location', new URL('https://windmill.example.com/app/'))

  expect(normalBaseUrl(given, '')).toBe(normal)
})

test('is relative to the page', () => {
  vi.stubGlobal('location', new URL('https://windmill.example.com/app/?tab=1#top'))

  expect(normalBaseUrl('/api/')).toBe('https://windmill.example.com/api')
  expect(normalBaseUrl('./api')).toBe('https://windmill.example.com/app/api')
  expect(normalBaseUrl('../api')).toBe('https://windmill.example.com/api')
  expect(normalBaseUrl('//other.example.com/api')).toBe('https://other.example.com/api')
  expect(normalBaseUrl('')).toBeUndefined()
  expect(normalBaseUrl(undefined)).toBeUndefined()
})

test('stays relative where there is no page', () => {
  expect(normalBaseUrl('/api/')).toBe('/api')
  expect(normalBaseUrl('/')).toBe('')
})
