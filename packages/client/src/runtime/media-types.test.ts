import { expect, test } from 'vitest'
import { mediaTypeOf } from './media-types.ts'

/** A response with this header, as it came over the wire. */
const responseWith = (header: string) => ({ headers: new Headers({ 'Content-Type': header }) })

test.each([
  ['application/json', 'application/json'],
  ['Application/JSON;charset=UTF-8', 'application/json'],
  [' application/json ; charset="utf-8"', 'application/json'],
  ['application/json;', 'application/json'],
  ['application/json; charset', 'application/json'],
  ['text/plain; note="a, text/html; b"', 'text/plain'],
  ['application/problem+json', 'application/problem+json'],
])('reads %j', (header, mediaType) => {
  expect(mediaTypeOf(responseWith(header))).toBe(mediaType)
})

test.each([
  '',
  ';charset=utf-8',
  'json',
  '"application/json"',
  'application/json, application/json',
  'text/html, application/json',
  'application/json charset=utf-8',
  '*/*',
  'application/',
  '/json',
  'undefined',
  'application/json:charset=utf-8',
  'application/json?v=1',
  'application/json=utf-8',
  '<application/json>',
  '{application/json}',
  'application/json(utf8)',
  'ÿ/þ',
])('finds nothing in %j, which is malformed or a list', (header) => {
  expect(mediaTypeOf(responseWith(header))).toBeUndefined()
})
