import { expect, it } from 'vitest'
import { breakable, isPath } from './breakable.ts'

it.each([
  ['/users/whoami', '/users<wbr>/whoami'],
  ['GET /w/{workspace}/users/list', 'GET /w<wbr>/{workspace}<wbr>/users<wbr>/list'],
  ['/a&b/<c>', '/a&amp;b<wbr>/&lt;c>'],
])('%s may break before a slash', (path, html) => {
  expect(breakable(path)).toBe(html)
})

it.each([
  ['/users/whoami', true],
  ['GET /users/whoami', true],
  ['application/json', false],
  ['//', false],
  ['see /users', false],
])('%s is a path: %s', (text, expected) => {
  expect(isPath(text)).toBe(expected)
})
