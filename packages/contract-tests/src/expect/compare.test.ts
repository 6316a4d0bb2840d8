import { describe, expect, test } from 'vitest'
import { exchangeWith } from '../../test/exchange.ts'
import { expectItem, expectNoItem, expectRefused, expectSame, readList, readObject } from './compare.ts'

const members = () =>
  exchangeWith({
    body: JSON.stringify([
      { username: 'ada', is_admin: false },
      { username: 'grace', is_admin: true },
    ]),
  }).then(readList)

describe('expectItem', () => {
  test('finds the one item, and gives it', async () => {
    expect(expectItem(await members(), { username: 'ada', is_admin: false })).toMatchObject({
      username: 'ada',
    })
  })

  test('names the member that differs', async () => {
    const listing = await members()
    expect(() => expectItem(listing, { username: 'ada', is_admin: true })).toThrow(
      'expected is_admin true, came false',
    )
  })

  test('says when there is none, or more than one', async () => {
    const listing = await members()
    expect(() => expectItem(listing, { username: 'alan' })).toThrow(
      'expected one item with username "alan", came 0 of 2',
    )
    const doubled = { ...listing, items: [...listing.items, ...listing.items] }
    expect(() => expectItem(doubled, { username: 'ada' })).toThrow('came 2 of 4')
  })
})

test('expectNoItem throws when there is one', async () => {
  const listing = await members()
  expectNoItem(listing, 'username', 'alan')
  expect(() => expectNoItem(listing, 'username', 'ada')).toThrow(
    'expected no item with username "ada", came one',
  )
})

test('expectSame does not look at the order of members', async () => {
  const exchange = await exchangeWith({})
  expectSame(exchange, 'the account', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })
  expect(() => expectSame(exchange, 'the list', [1, 2], [2, 1])).toThrow(
    'expected the list [1,2], came [2,1]',
  )
  expect(() => expectSame(exchange, 'label', null, undefined)).toThrow('expected label null, came absent')
})

test('expectRefused wants the status and the form of an error', async () => {
  const headers = { 'content-type': 'text/plain' }
  expectRefused(await exchangeWith({ status: 404, headers, body: 'Not found: ada' }), '404')
  const wordless = await exchangeWith({ status: 404, headers, body: 'sorry' })
  expect(() => expectRefused(wordless, '404')).toThrow('one line "Not found: <detail>"')
})

test('readList and readObject say what else came', async () => {
  const text = await exchangeWith({ body: 'no JSON' })
  expect(() => readList(text)).toThrow('expected a body of JSON')
  const list = await exchangeWith({ body: '["ada"]' })
  expect(readList(list).items).toEqual([{ value: 'ada' }])
  expect(() => readObject(list)).toThrow('expected an object')
})
