import { expect, test } from 'vitest'
import { readCookies, writeCookie } from './cookies.ts'

test('of two cookies with one name the first counts, which has the longer path', () => {
  expect(readCookies('token=mine; csrf=x; token=theirs').get('token')).toBe('mine')
})

test.each([null, '', ';', 'token', '=x'])('%j holds no cookie', (header) => {
  expect(readCookies(header).size).toBe(0)
})

test.each([
  [false, 'token=x; Max-Age=60; Path=/; HttpOnly; SameSite=Lax'],
  [true, 'token=x; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax'],
])('a cookie of a server with https: %j', (https, header) => {
  expect(writeCookie({ name: 'token', value: 'x', seconds: 60 }, { https })).toBe(header)
})
