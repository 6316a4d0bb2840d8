import { describe, expect, test } from 'vitest'
import { exchangeWith } from '../../test/exchange.ts'
import { documented } from '../document/documented-response.ts'
import { expectResponse } from './expect-response.ts'

const schemas = {
  Account: {
    type: 'object',
    required: ['email'],
    properties: { email: { type: 'string', format: 'email' } },
  },
}

const responses = documented(schemas, {
  200: { content: { 'application/json': { $ref: '#/components/schemas/Account' } } },
  201: {
    headers: { 'Cache-Control': { required: true, schema: { const: 'no-store' } } },
    content: { 'text/plain': { type: 'string', minLength: 3 } },
  },
  204: {},
  429: { headers: { 'Retry-After': { required: true, schema: { type: 'integer', minimum: 1 } } } },
  '4XX': {},
})

const json = { 'content-type': 'application/json' }
const account = { status: 200, headers: json, body: '{"email":"ada@example.com"}' }
const token = {
  status: 201,
  headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' },
  body: 'abc',
}

describe('expectResponse', () => {
  test.each([
    ['an response as documented', account, responses[200]],
    [
      'a charset',
      { ...account, headers: { 'content-type': 'application/json; charset=utf-8' } },
      responses[200],
    ],
    [
      'members that the schema does not name',
      { ...account, body: '{"email":"a@b.cd","more":1}' },
      responses[200],
    ],
    ['a text with its headers', token, responses[201]],
    ['further headers', { ...token, headers: { ...token.headers, etag: '"1"' } }, responses[201]],
    ['an response without a body where none is described', { status: 204 }, responses[204]],
  ])('accepts %s', async (_what, response, expected) => {
    const exchange = await exchangeWith(response)
    expect(() => expectResponse(exchange, expected)).not.toThrow()
  })

  test.each([
    ['another status', { ...account, status: 201 }, responses[200], 'expected status 200, came status 201'],
    [
      'another media type',
      { ...account, headers: { 'content-type': 'text/html' } },
      responses[200],
      'came text/html',
    ],
    [
      'no media type',
      { status: 200, headers: { 'content-type': '' } },
      responses[200],
      'expected Content-Type application/json',
    ],
    [
      'a body that leaves its schema',
      { ...account, body: '{}' },
      responses[200],
      "must have required property 'email'",
    ],
    [
      'a member that leaves its format',
      { ...account, body: '{"email":"ada"}' },
      responses[200],
      '/email must match format',
    ],
    ['JSON that breaks off', { ...account, body: '{"email"' }, responses[200], 'a body that does not parse'],
    ['a text that leaves its schema', { ...token, body: 'ab' }, responses[201], 'fewer than 3 characters'],
    [
      'a missing header',
      { ...token, headers: { 'content-type': 'text/plain' } },
      responses[201],
      'no Cache-Control',
    ],
    [
      'a header with another value',
      { ...token, headers: { 'content-type': 'text/plain', 'cache-control': 'public' } },
      responses[201],
      'Cache-Control',
    ],
  ])('refuses %s', async (_what, response, expected, message) => {
    const exchange = await exchangeWith(response)
    expect(() => expectResponse(exchange, expected)).toThrow(message)
  })

  test('reads a numeric header as the number that it writes', async () => {
    const refused = { status: 429, body: 'Too many requests: later' }
    const text = { 'content-type': 'text/plain' }
    const inTime = await exchangeWith({ ...refused, headers: { ...text, 'retry-after': '540' } })
    const never = await exchangeWith({ ...refused, headers: { ...text, 'retry-after': 'later' } })
    expect(() => expectResponse(inTime, responses[429])).not.toThrow()
    expect(() => expectResponse(never, responses[429])).toThrow('Retry-After')
  })

  test('takes any status of a range', async () => {
    const exchange = await exchangeWith({
      status: 404,
      headers: { 'content-type': 'text/plain' },
      body: 'Not found: no such account',
    })
    expect(() => expectResponse(exchange, responses['4XX'])).not.toThrow()
  })

  test('takes any of several responses', async () => {
    const exchange = await exchangeWith({ status: 204 })
    expect(() => expectResponse(exchange, responses[200], responses[204])).not.toThrow()
    expect(() => expectResponse(exchange, responses[200], responses[201])).toThrow(
      'expected status 200 or 201, came status 204',
    )
  })
})
