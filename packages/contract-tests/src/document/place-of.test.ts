import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { operations } from '../generated/operations.ts'
import { describePlace, placeOf } from './place-of.ts'

const sources = new URL('../../../../spec/', import.meta.url)
const published = readFileSync(
  createRequire(import.meta.url).resolve('@windmill-user-api/openapi/openapi.yaml'),
  'utf8',
)

function publishedLine(line = 0): string {
  return published.split('\n')[line - 1] ?? ''
}

function sourceLine(source = ''): string {
  const [file = '', line] = source.split(':')
  return readFileSync(new URL(file, sources), 'utf8').split('\n')[Number(line) - 1] ?? ''
}

test('names the response that was expected, in the published document and in its sources', () => {
  const place = placeOf('createUser', ['responses/403'])
  expect(place?.pointer).toBe('/paths/~1w~1{workspace}~1users~1add/post/responses/403')
  expect(publishedLine(place?.line).trim()).toMatch(/^['"]403['"]:$/)
  expect(sourceLine(place?.source).trim()).toMatch(/^['"]403['"]:$/)
})

test('takes the first pointer that has a place', () => {
  expect(placeOf('createUser', ['responses/599', 'responses/403'])?.pointer).toMatch(/\/post$/)
  expect(placeOf('createUser', ['responses/403', 'responses/201'])?.pointer).toMatch(/\/responses\/403$/)
})

test('takes the part around a part that has no place of its own', () => {
  const place = placeOf('createUser', ['responses/403/content/no~1such'])
  expect(place?.pointer).toMatch(/\/post\/responses\/403$/)
})

test('takes a pointer that begins with a slash for one into the document', () => {
  const place = placeOf('whoami', ['/components/schemas/User/properties/email'])
  expect(place?.pointer).toMatch(/^\/components\/schemas\/User/)
  expect(publishedLine(place?.line)).toMatch(/email:|User:/)
})

test('takes the line of a header, in a response of the operation', () => {
  const place = placeOf('createToken', ['responses/201/headers/Cache-Control', 'responses/201'])
  expect(place?.pointer).toMatch(/\/post\/responses\/201\/headers\/Cache-Control$/)
  expect(publishedLine(place?.line).trim()).toBe('Cache-Control:')
  expect(sourceLine(place?.source).trim()).toBe('Cache-Control:')
})

test('takes the line of a header in the response that several operations share', () => {
  const place = placeOf('login', ['responses/429/headers/Retry-After'])
  expect(place?.pointer).toBe('/components/responses/TooManyAttempts/headers/Retry-After')
  expect(publishedLine(place?.line).trim()).toBe('Retry-After:')
  expect(sourceLine(place?.source).trim()).toBe('Retry-After:')
})

test('takes the line of a property in a nested schema', () => {
  const place = placeOf('listUsers', ['/components/schemas/User/properties/groups/items/type'])
  expect(place?.pointer).toBe('/components/schemas/User/properties/groups/items')
  expect(publishedLine(place?.line).trim()).toBe('items:')
})

test('takes the line of a parameter by its name', () => {
  const place = placeOf('listUsersAsSuperAdmin', ['parameters/page'])
  expect(place?.pointer).toMatch(/\/get\/parameters\/\d+$/)
  expect(publishedLine(place?.line)).toContain('Page')
})

test('names the operation where nothing more exact is known', () => {
  expect(placeOf('createUser', [])?.pointer).toBe('/paths/~1w~1{workspace}~1users~1add/post')
  expect(placeOf('createUser', ['responses/599'])?.pointer).toMatch(/\/post$/)
})

test('has a place for every operation; one that is not published has its source alone', () => {
  for (const { id, internal } of Object.values(operations)) {
    const place = placeOf(id, [])
    expect(place?.line === undefined, id).toBe(internal)
    expect(place && describePlace(place)).toMatch(
      internal ? /^paths\/.*:\d+$/ : /^openapi\.yaml:\d+ \(paths\/.*:\d+\)$/,
    )
  }
})

test('has none for what is no operation', () => {
  expect(placeOf('nobody', ['responses/200'])).toBeUndefined()
})
