import { describe, expect, test } from 'vitest'
import { differencesIn, exchangeWith } from '../../test/exchange.ts'
import {
  expectItem,
  expectNoItem,
  expectRefused,
  expectSame,
  expectValues,
  readList,
  readObject,
} from './compare.ts'

const members = [
  { username: 'ada', is_admin: false },
  { username: 'grace', is_admin: true },
]

async function listOf(items: readonly unknown[]) {
  const exchange = await exchangeWith({ body: JSON.stringify(items) })
  return { ...exchange, ...readList(exchange) }
}

describe('expectItem', () => {
  test('finds the one item, and gives it', async () => {
    const listing = await listOf(members)
    expect(expectItem(listing, { username: 'ada', is_admin: false })).toEqual(members[0])
    expect(listing.observations).toEqual([])
  })

  test('names the property that differs, and goes on', async () => {
    const listing = await listOf(members)
    expect(expectItem(listing, { username: 'ada', is_admin: true })).toEqual(members[0])
    expect(listing.observations).toMatchObject([
      { operation: 'createToken', observation: 'is_admin', expected: 'true', actual: 'false' },
    ])
  })

  test.each([
    ['is none', members.slice(1), 'none'],
    ['is more than one', [...members, ...members], 'several'],
  ])('ends the check when there %s', async (_what, items, actual) => {
    const listing = await listOf(items)
    expect(differencesIn(listing, () => expectItem(listing, { username: 'ada' }))).toEqual([
      `items of createToken with the username looked for: expected one, got ${actual}`,
      'stopped',
    ])
  })
})

test('expectNoItem records an item that is there', async () => {
  const listing = await listOf(members)
  expect(differencesIn(listing, () => expectNoItem(listing, 'username', 'alan'))).toEqual([])
  expect(differencesIn(listing, () => expectNoItem(listing, 'username', 'ada'))).toEqual([
    'items of createToken with the username looked for: expected none, got one',
  ])
})

describe('expectSame', () => {
  test('does not look at the order of properties', async () => {
    const exchange = await exchangeWith({})
    expectSame(exchange, 'the account', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })
    expect(exchange.observations).toEqual([])
  })

  test('records every difference with its place, and goes on', async () => {
    const exchange = await exchangeWith({})
    const [expected, actual] = [
      { email: 'ada@example.com', company: null },
      { email: 'Ada@example.com', admin: true },
    ]
    expect(differencesIn(exchange, () => expectSame(exchange, 'the account', expected, actual))).toEqual([
      'the account /email: expected the same text, got the text in another case',
      'the account /company: expected null, got absent',
      'the account /admin: expected absent, got true',
    ])
  })

  test('has no place for a value that differs as a whole', async () => {
    const exchange = await exchangeWith({})
    expect(differencesIn(exchange, () => expectSame(exchange, 'the tokens', [1, 2], [2, 1]))).toEqual([
      'the tokens: expected this order, got another order',
    ])
  })
})

test('expectValues allows further properties, and records each one that differs', async () => {
  const exchange = await exchangeWith({})
  const account = { email: 'ada@example.com', username: 'ada', is_admin: false }
  expect(
    differencesIn(exchange, () => expectValues(exchange, account, { username: 'ada', is_admin: true })),
  ).toEqual(['is_admin: expected true, got false'])
})

describe('expectRefused', () => {
  const headers = { 'content-type': 'text/plain' }

  test('accepts the status with the form of an error', async () => {
    const exchange = await exchangeWith({ status: 404, headers, body: 'Not found: ada' })
    expect(differencesIn(exchange, () => expectRefused(exchange, '404'))).toEqual([])
  })

  test('records another form', async () => {
    const exchange = await exchangeWith({ status: 404, headers, body: 'sorry' })
    expect(differencesIn(exchange, () => expectRefused(exchange, '404'))).toEqual([
      'body: expected one line "Not found: <detail>", got another text',
    ])
  })

  test('ends the check where the call was accepted', async () => {
    const exchange = await exchangeWith({ status: 200, body: 'deleted' })
    expect(differencesIn(exchange, () => expectRefused(exchange, '403', '404'))).toEqual([
      'status: expected 403 or 404, got 200',
      'stopped',
    ])
  })
})

describe('readList and readObject', () => {
  test.each([
    ['no JSON', readList, 'body: expected JSON, got a body that does not parse'],
    ['', readObject, 'body: expected JSON, got no body'],
    ['["ada"]', readObject, 'body: expected an object, got an array'],
    ['null', readObject, 'body: expected an object, got null'],
    ['3', readList, 'body: expected an array, got a number'],
  ])('end the check at the body %j', async (body, read, line) => {
    const exchange = await exchangeWith({ body })
    expect(differencesIn(exchange, read)).toEqual([line, 'stopped'])
    expect(exchange.observations).toMatchObject([{ rule: 'valid-call' }])
  })

  test('give what was sent', async () => {
    expect(readList(await exchangeWith({ body: '["ada",{"id":1}]' })).items).toEqual([
      { value: 'ada' },
      { id: 1 },
    ])
    expect(readObject(await exchangeWith({ body: '{"id":1}' }))).toEqual({ id: 1 })
  })
})
