import { expect, test } from 'vitest'
import { shareOut } from './load.ts'

test('deals the requests out to the connections', () => {
  expect(shareOut([1, 2, 3, 4, 5], 2)).toEqual([
    [1, 3, 5],
    [2, 4],
  ])
})

test('gives all requests to a connection that would have none', () => {
  expect(shareOut([1], 2)).toEqual([[1], [1]])
})
