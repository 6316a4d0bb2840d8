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

const finding = {
  operation: 'createUser',
  rule: 'role-refused',
  expected: 'status 403',
  status: 201,
} as const

function publishedLine(line = 0): string {
  return published.split('\n')[line - 1] ?? ''
}

function sourceLine(source = ''): string {
  const [file = '', line] = source.split(':')
  return readFileSync(new URL(file, sources), 'utf8').split('\n')[Number(line) - 1] ?? ''
}

test('names the response that was expected, in the published document and in its sources', () => {
  const place = placeOf(finding)
  expect(place?.pointer).toBe('/paths/~1w~1{workspace}~1users~1add/post/responses/403')
  expect(publishedLine(place?.line).trim()).toMatch(/^['"]403['"]:$/)
  expect(sourceLine(place?.source).trim()).toMatch(/^['"]403['"]:$/)
})

test('names the response that came where its content is wrong', () => {
  const place = placeOf({ ...finding, rule: 'valid-call', expected: 'a body of JSON', status: 201 })
  expect(place?.pointer).toMatch(/\/post\/responses\/201$/)
})

test('names the request body where one was to be refused', () => {
  expect(placeOf({ ...finding, rule: 'body-member-type', expected: 'status 422' })?.pointer).toMatch(
    /\/post\/requestBody$/,
  )
})

test('names the operation where an undocumented status came', () => {
  expect(placeOf({ ...finding, expected: 'an response', status: undefined })?.pointer).toMatch(/\/post$/)
  expect(placeOf({ ...finding, expected: 'a status of the document', status: 599 })?.pointer).toMatch(
    /\/post$/,
  )
})

test('has a place for every operation; one that is not published has its source alone', () => {
  for (const { id, internal } of Object.values(operations)) {
    const place = placeOf({ ...finding, operation: id, expected: 'an response', status: undefined })
    expect(place?.line === undefined, id).toBe(internal)
    expect(place && describePlace(place)).toMatch(
      internal ? /^paths\/.*:\d+$/ : /^openapi\.yaml:\d+ \(paths\/.*:\d+\)$/,
    )
  }
})

test('has none for what is no operation', () => {
  expect(placeOf({ ...finding, operation: 'nobody' })).toBeUndefined()
})
