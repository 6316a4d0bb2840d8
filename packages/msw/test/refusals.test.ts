import { describe, expect, test } from 'vitest'
import { createHandlers } from '../src/index.ts'

const handlers = createHandlers({ baseUrl: 'http://localhost:8000/api' })
/** As plain JavaScript calls them. */
const { whois, listUsernames } = handlers as unknown as Record<
  'whois' | 'listUsernames',
  ((...given: unknown[]) => unknown) & { readonly resolve: (...given: unknown[]) => unknown }
>

describe('a handler is refused where it is made', () => {
  test.each([
    [
      { exmaple: 'NotFoundWorkspace' },
      'handlers.whois(404) has no option "exmaple". Expected an object with headers, body, example, params, delay, once, such as { once: true }.',
    ],
    [{ param: { username: 'nobody' } }, 'handlers.whois(404) has no option "param". Expected an object with'],
    [{ status: 500 }, 'handlers.whois(404) has no option "status". Expected an object with'],
    [null, 'the options of handlers.whois(404) is null. Expected an object with'],
    [
      new Map([['once', true]]),
      'the options of handlers.whois(404) is of the type Map. Expected an object with',
    ],
    [
      'NotFoundWorkspace',
      'the options of handlers.whois(404) is "NotFoundWorkspace". Expected an object with',
    ],
  ])('for its options: %j', (options, message) => {
    expect(() => whois(404, options)).toThrow(message)
    expect(() => whois(404, options)).toThrow(TypeError)
  })

  test.each([
    [
      { user: 'nobody' },
      'params of whois has no option "user". Expected an object with workspace, username, such as { params: { workspace: \'demo\' } }.',
    ],
    [{ username: {} }, 'params.username of whois is of the type Object. Expected a text, such as'],
    [{ username: /no/ }, 'params.username of whois is of the type RegExp. Expected a text, such as'],
    [{ username: '' }, 'params.username of whois is "". Expected a text, such as'],
    [new Map([['username', 'nobody']]), 'the options of params of whois is of the type Map.'],
  ])('for its path values: %j', (params, message) => {
    expect(() => whois(404, { params })).toThrow(message)
  })

  test.each([
    new Map([['is_admin', true]]),
    new Set(),
    Promise.resolve({ is_admin: true }),
    () => ({ is_admin: true }),
    'x',
    7,
    null,
    [],
    new Date(),
    { is_admin: new Map() },
    { is_admin: () => true },
    { is_admin: Number.NaN },
    { is_admin: 1n },
  ])('for a body that is no object of JSON: %o', (body) => {
    expect(() => whois(200, { body })).toThrow(
      /^the body of the answer 200 of whois is .*\. Expected one such as \{"email":"ada@example.com"\}\.$/,
    )
  })

  test('for a body that is no list of JSON, or no text', () => {
    expect(() => listUsernames(200, { body: { 0: 'ada' } })).toThrow('Expected one such as ["ada"]')
    expect(() => whois(404, { body: { error: 'none' } })).toThrow('Expected one such as "Not found: ')
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 2 ** 31, '5', 'foo', null])(
    'for the delay %j',
    (delay) => {
      expect(() => whois(200, { delay })).toThrow(
        "Expected 'real', 'infinite' or milliseconds up to 2147483647, such as { delay: 300 }.",
      )
    },
  )

  test.each([
    'Retry-After: 1',
    7,
    [['Retry-After']],
    ['Retry-After'],
    { 'Retry After': '1' },
    { 'Retry-After': {} },
    null,
  ])('for the headers %j', (headers) => {
    expect(() => whois(404, { headers })).toThrow(
      "Expected names with texts, such as { headers: { 'Retry-After': '1' } }.",
    )
  })

  test('for once that is not true or false', () => {
    expect(() => whois(404, { once: 'yes' })).toThrow('once of whois is "yes". Expected true or false')
  })

  test.each([undefined, {}, null])('for the resolver %j', (resolver) => {
    expect(() => whois.resolve(resolver)).toThrow(
      'Expected a function, such as handlers.whois.resolve(({ answer }) => answer(200)).',
    )
  })

  test('for options that a resolver does not have', () => {
    expect(() => whois.resolve(() => undefined, { delay: 5 })).toThrow(
      'handlers.whois.resolve has no option "delay"',
    )
  })
})

test('an option that is undefined is not given', () => {
  expect(() =>
    whois(404, { example: undefined, params: { username: undefined }, once: undefined }),
  ).not.toThrow()
})

describe('createHandlers refuses', () => {
  test.each([
    [
      undefined,
      "the options of createHandlers is undefined. Expected an object with baseUrl, such as { baseUrl: 'http://localhost:8000/api' }.",
    ],
    [
      'http://localhost:8000/api',
      'the options of createHandlers is "http://localhost:8000/api". Expected an object with baseUrl',
    ],
    [
      { baseURL: 'http://localhost:8000/api' },
      'createHandlers has no option "baseURL". Expected an object with baseUrl',
    ],
  ])('%j', (options, message) => {
    expect(() => createHandlers(options as never)).toThrow(message)
  })

  test.each(['', 'http://localhost:8000/api?x=1', 'http://localhost:8000/api#x', undefined])(
    'the base URL %j',
    (baseUrl) => {
      expect(() => createHandlers({ baseUrl } as never)).toThrow('such as "http://localhost:8000/api"')
    },
  )
})
