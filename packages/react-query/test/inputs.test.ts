import { hashKey, QueryClient } from '@tanstack/react-query'
import { describe, expect, test } from 'vitest'
import {
  keyOf,
  listTokensQuery,
  listUsersAsSuperAdminInfiniteQuery,
  listUsersAsSuperAdminQuery,
  loginMutation,
  whoisQuery,
} from '../src/index.ts'
import { clientOf } from './support/server.ts'

// As plain JavaScript may call them.
// biome-ignore lint/suspicious/noExplicitAny: anything may be given
const anything = (value: unknown): any => value

const refused = (argument: string) => expect.objectContaining({ kind: 'refused', argument })
const client = clientOf(() => Response.json([]))

describe('the input of a query', () => {
  test.each([
    ['URLSearchParams', new URLSearchParams({ page: '2' })],
    ['a Map', new Map([['page', 2]])],
    ['Headers', new Headers({ page: '2' })],
    ['a list', [['page', 2]]],
    ['a text', 'page=2'],
    ['a Set in a member', { page: new Set([2]) }],
    ['a Map in a list', { page: [new Map()] }],
    ['bytes', { page: new Uint8Array([2]) }],
  ])('is refused if its key could not tell it from another: %s', (_, input) => {
    expect(() => listUsersAsSuperAdminQuery(client, anything(input))).toThrow(refused('input'))
    expect(() => listUsersAsSuperAdminInfiniteQuery(client, anything(input))).toThrow(refused('input'))
  })

  test.each([
    ['a date', { page: new Date(0) }, { page: new Date(1) }],
    ['a URL', { page: new URL('http://a') }, { page: new URL('http://b') }],
    ['lists', { page: [1, { of: 'a' }] }, { page: [1, { of: 'b' }] }],
  ])('makes a key of its own with %s', (_, one, other) => {
    const [first, second] = [one, other].map((input) =>
      hashKey(listUsersAsSuperAdminQuery(client, anything(input)).queryKey),
    )

    expect(first).not.toBe(second)
  })

  test('may have no prototype', () => {
    const input = Object.assign(Object.create(null), { workspace: 'demo', username: 'ada' })

    expect(whoisQuery(client, input).queryKey.at(-1)).toEqual({ workspace: 'demo', username: 'ada' })
  })

  test('is an empty one if it is null, and not the key of a skipped query', () => {
    expect(listTokensQuery(client, anything(null)).queryKey).toEqual(listTokensQuery(client).queryKey)
    expect(listUsersAsSuperAdminInfiniteQuery(client, anything(null)).queryKey).toEqual(
      listUsersAsSuperAdminInfiniteQuery(client).queryKey,
    )
  })
})

test.each([
  ['a function', () => 'ada'],
  ['a promise', Promise.resolve('ada')],
  ['a number that is none', Number.NaN],
])('a scope that would be the same for every account is refused: %s', (_, scope) => {
  const wrong = clientOf(() => Response.json([]), { scope: anything(scope) })

  expect(() => keyOf(wrong)).toThrow('refused scope, expected text')
  expect(() => listTokensQuery(wrong)).toThrow('refused scope, expected text')
  expect(() => listUsersAsSuperAdminInfiniteQuery(wrong)).toThrow('refused scope, expected text')
  expect(() => loginMutation(wrong)).toThrow('refused scope, expected text')
})

describe('an infinite query whose numbers are texts', () => {
  const pagesOf = async (input: unknown) => {
    const asked: string[] = []
    const full = clientOf(({ url }) => {
      asked.push(new URL(url).search)
      return Response.json([{}, {}])
    })
    const options = listUsersAsSuperAdminInfiniteQuery(full, anything(input))
    await new QueryClient().fetchInfiniteQuery({ ...options, pages: 2 })
    return asked
  }

  test('asks for the page that follows', async () => {
    expect(await pagesOf({ page: '1', per_page: '2' })).toEqual(['?page=1&per_page=2', '?page=2&per_page=2'])
  })

  test('begins with the first page if that is null', async () => {
    expect(await pagesOf({ page: null, per_page: 2 })).toEqual(['?page=1&per_page=2', '?page=2&per_page=2'])
  })
})

test.each(['Awaited', 'none', false, null])('the invalidation %s is refused', (invalidation) => {
  expect(() => loginMutation(client, anything({ invalidation }))).toThrow(refused('invalidation'))
})
