import { describe, expect, test } from 'vitest'
import { differencesIn, exchangeWith } from '../../test/exchange.ts'
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
  202: { content: { 'text/plain': { type: 'array', items: { type: 'string' } } } },
  404: { content: { 'text/plain': { type: 'string', minLength: 3 } } },
  429: { headers: { 'Retry-After': { required: true, schema: { type: 'integer', minimum: 1 } } } },
  '4XX': {},
})

const json = { 'content-type': 'application/json' }
const text = { 'content-type': 'text/plain' }
const account = { status: 200, headers: json, body: '{"email":"ada@example.com"}' }
const token = {
  status: 201,
  headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' },
  body: 'abc',
}

describe('expectResponse', () => {
  test.each([
    ['a response as documented', account, responses[200]],
    [
      'a charset',
      { ...account, headers: { 'content-type': 'application/json; charset=utf-8' } },
      responses[200],
    ],
    [
      'properties that the schema does not name',
      { ...account, body: '{"email":"a@b.cd","more":1}' },
      responses[200],
    ],
    ['a text with its headers', token, responses[201]],
    ['further headers', { ...token, headers: { ...token.headers, etag: '"1"' } }, responses[201]],
    ['a text that is JSON of its schema', { status: 202, headers: text, body: '["abc"]' }, responses[202]],
    ['a response without a body where none is described', { status: 204 }, responses[204]],
  ])('accepts %s', async (_what, response, expected) => {
    const exchange = await exchangeWith(response)
    expect(differencesIn(exchange, () => expectResponse(exchange, expected))).toEqual([])
  })

  test.each([
    [
      'another media type',
      { ...account, headers: { 'content-type': 'text/html' } },
      responses[200],
      'header Content-Type: expected application/json, got text/html',
    ],
    [
      'no media type',
      { status: 200, headers: { 'content-type': '' } },
      responses[200],
      'header Content-Type: expected application/json, got absent',
    ],
    [
      'a text that is no JSON of its schema',
      { status: 202, headers: text, body: 'abc' },
      responses[202],
      'body: expected an array, got a string',
    ],
    [
      'a missing property',
      { ...account, body: '{}' },
      responses[200],
      'body /email: expected present, got absent',
    ],
    [
      'a property that breaks its format',
      { ...account, body: '{"email":"ada"}' },
      responses[200],
      'body /email: expected the format email, got a string that is not',
    ],
    [
      'a body of another type',
      { ...account, body: '[]' },
      responses[200],
      'body: expected an object, got an array',
    ],
    [
      'JSON that breaks off',
      { ...account, body: '{"email"' },
      responses[200],
      'body: expected JSON, got a body that does not parse',
    ],
    ['no body', { ...account, body: '' }, responses[200], 'body: expected JSON, got no body'],
    [
      'a text that breaks its schema',
      { ...token, body: 'ab' },
      responses[201],
      'body: expected at least 3 characters, got a shorter text',
    ],
    [
      'a text in the quotes of JSON',
      { ...token, body: '"abc"' },
      responses[201],
      'body: expected raw text, got text in the quotes of JSON',
    ],
    [
      'a missing header',
      { ...token, headers: { 'content-type': 'text/plain' } },
      responses[201],
      'header Cache-Control: expected present, got absent',
    ],
    [
      'a header with another value',
      { ...token, headers: { 'content-type': 'text/plain', 'cache-control': 'public' } },
      responses[201],
      'header Cache-Control: expected "no-store", got public',
    ],
  ])('records %s as a broken valid call', async (_what, response, expected, line) => {
    const exchange = await exchangeWith(response)
    expect(differencesIn(exchange, () => expectResponse(exchange, expected))).toEqual([line])
    expect(exchange.observations[0]?.rule).toBe('valid-call')
  })

  test('records everything that differs, not only the first', async () => {
    const exchange = await exchangeWith({
      status: 201,
      headers: { 'content-type': 'text/plain' },
      body: 'ab',
    })
    expect(differencesIn(exchange, () => expectResponse(exchange, responses[201]))).toEqual([
      'header Cache-Control: expected present, got absent',
      'body: expected at least 3 characters, got a shorter text',
    ])
  })

  test('points at the schema, and at the response around it', async () => {
    const exchange = await exchangeWith({ ...account, body: '{"email":1}' })
    expectResponse(exchange, responses[200])
    expect(exchange.observations[0]?.pointers).toEqual([
      '/components/schemas/Account/properties/email',
      'responses/200',
    ])
  })

  test('records another status under the rule of the check, and looks at the rest where it is of the same kind', async () => {
    const exchange = await exchangeWith({ ...account, status: 201, body: '{}' })
    expect(differencesIn(exchange, () => expectResponse(exchange, responses[200]))).toEqual([
      'status: expected 200, got 201',
      'body /email: expected present, got absent',
    ])
    expect(exchange.observations.map(({ rule }) => rule)).toEqual([undefined, 'valid-call'])
  })

  test('ends the check where a call was refused that was to be accepted', async () => {
    const exchange = await exchangeWith({ ...account, status: 403 })
    expect(differencesIn(exchange, () => expectResponse(exchange, responses[200]))).toEqual([
      'status: expected 200, got 403',
      'stopped',
    ])
  })

  test('expects of another error only the form that all errors have', async () => {
    const exchange = await exchangeWith({
      status: 403,
      headers: { 'content-type': 'text/plain' },
      body: 'no',
    })
    expect(differencesIn(exchange, () => expectResponse(exchange, responses[429]))).toEqual([
      'status: expected 429, got 403',
      'body: expected one line "Forbidden: <detail>", got another text',
    ])
  })

  test('reads a numeric header as the number that it writes', async () => {
    const refused = { status: 429, body: 'Too many requests: later' }
    const text = { 'content-type': 'text/plain' }
    const inTime = await exchangeWith({ ...refused, headers: { ...text, 'retry-after': '540' } })
    const never = await exchangeWith({ ...refused, headers: { ...text, 'retry-after': 'later' } })
    expect(differencesIn(inTime, () => expectResponse(inTime, responses[429]))).toEqual([])
    expect(differencesIn(never, () => expectResponse(never, responses[429]))).toEqual([
      'header Retry-After: expected an integer, got later',
    ])
    expect(never.observations[0]).toMatchObject({
      rule: 'error-body',
      pointers: ['responses/429/headers/Retry-After', 'responses/429'],
    })
  })

  test('says of an error as text once what differs', async () => {
    const headers = { 'content-type': 'text/html' }
    const exchange = await exchangeWith({ status: 404, headers, body: '<h1>404</h1>' })
    expect(differencesIn(exchange, () => expectResponse(exchange, responses[404]))).toEqual([
      'header Content-Type: expected text/plain, got text/html',
    ])
    expect(exchange.observations).toMatchObject([{ rule: 'error-body', situation: '404' }])
  })

  test('takes any status of a range', async () => {
    const exchange = await exchangeWith({
      status: 404,
      headers: { 'content-type': 'text/plain' },
      body: 'Not found: no such account',
    })
    expect(differencesIn(exchange, () => expectResponse(exchange, responses['4XX']))).toEqual([])
  })

  test('takes any of several responses', async () => {
    const exchange = await exchangeWith({ status: 204 })
    expect(differencesIn(exchange, () => expectResponse(exchange, responses[200], responses[204]))).toEqual(
      [],
    )
    expect(differencesIn(exchange, () => expectResponse(exchange, responses[200], responses[201]))).toContain(
      'status: expected 200 or 201, got 204',
    )
  })
})
