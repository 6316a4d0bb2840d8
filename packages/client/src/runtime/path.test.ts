import { describe, expect, test } from 'vitest'
import { RefusedError } from '../errors/index.ts'
import { serializePath } from './path.ts'

const url = '/w/{workspace}/users/whois/{username}'
const event = { operation: 'whois', method: 'GET', url, attempt: 1, call: {} }

function path(username: unknown): string {
  return serializePath({ facts: { path: '/whois/{username}' }, event }, { username }).path
}

describe('a path value is sent as one segment', () => {
  test.each([
    ['ada', 'ada'],
    ['ada@example.com', 'ada%40example.com'],
    ['a/b', 'a%2Fb'],
    ['a\\b', 'a%5Cb'],
    ['a?b#c', 'a%3Fb%23c'],
    ['a;b', 'a%3Bb'],
    ['%2F', '%252F'],
    ['%zz', '%25zz'],
    ['...', '...'],
    ['.a', '.a'],
    ['a b', 'a%20b'],
    ['$&', '%24%26'],
    ['ädä 🌍', '%C3%A4d%C3%A4%20%F0%9F%8C%8D'],
    ['{username}', '%7Busername%7D'],
    [7, '7'],
    [false, 'false'],
  ])('%j', (value, segment) => {
    expect(path(value)).toBe(`/whois/${segment}`)
  })
})

describe('a path value is refused', () => {
  test.each([
    '',
    '.',
    '..',
    '%2e',
    '%2E%2e',
    '.%2E',
    '%2e.',
    '%252e',
    '%252e%252E',
    '%25%32%65',
    '%2%65',
    '\u0000',
    'a\nb',
    '\u007f',
    '\u0085',
    '\ud800',
    undefined,
    null,
    {},
    ['..'],
  ])('%j', (value) => {
    expect(() => path(value)).toThrow(RefusedError)
  })
})

test('an error names the argument and the call, and not the value', () => {
  expect(() => path('\u0000changeme')).toThrow(
    'refused username, expected text, not "" or "..": GET /w/{workspace}/users/whois/{username}',
  )
})

test('values go where they belong, whatever they look like', () => {
  const values = { workspace: '{username}', username: '$1' }

  expect(serializePath({ facts: { path: '/w/{workspace}/{username}.svg' }, event }, values)).toEqual({
    path: '/w/%7Busername%7D/%241.svg',
  })
})
