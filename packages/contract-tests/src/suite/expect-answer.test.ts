import { describe, expect, test } from 'vitest'
import { exchangeWith } from '../../test/exchange.ts'
import { documented } from './documented-answer.ts'
import { expectAnswer } from './expect-answer.ts'

const schemas = {
  Account: {
    type: 'object',
    required: ['email'],
    properties: { email: { type: 'string', format: 'email' } },
  },
}

const answers = documented(schemas, {
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

describe('expectAnswer', () => {
  test.each([
    ['an answer as documented', account, answers[200]],
    [
      'a charset',
      { ...account, headers: { 'content-type': 'application/json; charset=utf-8' } },
      answers[200],
    ],
    [
      'members that the schema does not name',
      { ...account, body: '{"email":"a@b.cd","more":1}' },
      answers[200],
    ],
    ['a text with its headers', token, answers[201]],
    ['further headers', { ...token, headers: { ...token.headers, etag: '"1"' } }, answers[201]],
    ['an answer without a body where none is described', { status: 204 }, answers[204]],
  ])('accepts %s', async (_what, answer, expected) => {
    const exchange = await exchangeWith(answer)
    expect(() => expectAnswer(exchange, expected)).not.toThrow()
  })

  test.each([
    ['another status', { ...account, status: 201 }, answers[200], 'expected status 200, came status 201'],
    [
      'another media type',
      { ...account, headers: { 'content-type': 'text/html' } },
      answers[200],
      'came text/html',
    ],
    [
      'no media type',
      { status: 200, headers: { 'content-type': '' } },
      answers[200],
      'expected Content-Type application/json',
    ],
    [
      'a body that leaves its schema',
      { ...account, body: '{}' },
      answers[200],
      "must have required property 'email'",
    ],
    [
      'a member that leaves its format',
      { ...account, body: '{"email":"ada"}' },
      answers[200],
      '/email must match format',
    ],
    ['JSON that breaks off', { ...account, body: '{"email"' }, answers[200], 'a body that does not parse'],
    ['a text that leaves its schema', { ...token, body: 'ab' }, answers[201], 'fewer than 3 characters'],
    [
      'a missing header',
      { ...token, headers: { 'content-type': 'text/plain' } },
      answers[201],
      'no Cache-Control',
    ],
    [
      'a header with another value',
      { ...token, headers: { 'content-type': 'text/plain', 'cache-control': 'public' } },
      answers[201],
      'Cache-Control',
    ],
  ])('refuses %s', async (_what, answer, expected, message) => {
    const exchange = await exchangeWith(answer)
    expect(() => expectAnswer(exchange, expected)).toThrow(message)
  })

  test('reads a numeric header as the number that it writes', async () => {
    const refused = { status: 429, body: 'Too many requests: later' }
    const text = { 'content-type': 'text/plain' }
    const inTime = await exchangeWith({ ...refused, headers: { ...text, 'retry-after': '540' } })
    const never = await exchangeWith({ ...refused, headers: { ...text, 'retry-after': 'later' } })
    expect(() => expectAnswer(inTime, answers[429])).not.toThrow()
    expect(() => expectAnswer(never, answers[429])).toThrow('Retry-After')
  })

  test('takes any status of a range', async () => {
    const exchange = await exchangeWith({
      status: 404,
      headers: { 'content-type': 'text/plain' },
      body: 'Not found: no such account',
    })
    expect(() => expectAnswer(exchange, answers['4XX'])).not.toThrow()
  })

  test('takes any of several answers', async () => {
    const exchange = await exchangeWith({ status: 204 })
    expect(() => expectAnswer(exchange, answers[200], answers[204])).not.toThrow()
    expect(() => expectAnswer(exchange, answers[200], answers[201])).toThrow(
      'expected status 200 or 201, came status 204',
    )
  })
})
