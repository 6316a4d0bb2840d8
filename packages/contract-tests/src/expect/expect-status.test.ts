import { describe, expect, test } from 'vitest'
import { differencesIn, exchangeWith } from '../../test/exchange.ts'
import { expectStatus, matchesStatus } from './expect-status.ts'

describe('matchesStatus', () => {
  test.each([
    [200, '200', true],
    [201, '200', false],
    [404, '4XX', true],
    [404, '4xx', true],
    [500, '4XX', false],
    [503, 'default', true],
  ])('%i is %s: %j', (status, pattern, expected) => {
    expect(matchesStatus(status, pattern)).toBe(expected)
  })
})

describe('expectStatus', () => {
  async function linesFor(status: number, ...patterns: readonly string[]) {
    const exchange = await exchangeWith({ status })
    return differencesIn(exchange, () => expectStatus(exchange, ...patterns))
  }

  test('accepts any of several statuses', async () => {
    expect(await linesFor(404, '403', '404')).toEqual([])
    expect(await linesFor(409, '4XX')).toEqual([])
  })

  test.each([
    [200, '201'],
    [404, '403'],
    [503, '500'],
    [307, '302'],
  ])('records a %i instead of a %s, and lets the check go on', async (status, expected) => {
    expect(await linesFor(status, expected)).toEqual([`status: expected ${expected}, got ${status}`])
  })

  test.each([
    [403, '200'],
    [200, '403'],
    [500, '200'],
    [500, '403'],
    [302, '200'],
  ])('records a %i instead of a %s, and ends the check', async (status, expected) => {
    expect(await linesFor(status, expected)).toEqual([
      `status: expected ${expected}, got ${status}`,
      'stopped',
    ])
  })

  test('goes on where one of several statuses is of the same kind', async () => {
    expect(await linesFor(404, '200', '403')).toEqual(['status: expected 200 or 403, got 404'])
  })

  test('leaves the rule to the check, and points at each response that was expected', async () => {
    const exchange = await exchangeWith({ status: 404 })
    expectStatus(exchange, '403', '401')
    expect(exchange.observations).toMatchObject([
      { rule: undefined, pointers: ['responses/403', 'responses/401'] },
    ])
  })
})
