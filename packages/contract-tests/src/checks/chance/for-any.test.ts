import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exchangeWith } from '../../../test/exchange.ts'
import { NotApplicable } from '../../errors.ts'
import { Blocked, differ, type Observation, type Observe, stop } from '../../expect/observation.ts'
import type { Calls } from '../calls.ts'
import { forAny } from './for-any.ts'

const exchange = await exchangeWith({ status: 500 })

/** The calls of a check that makes none by itself, and what they observe. */
function callsWith(seed: number) {
  const observations: Observation[] = []
  const observedBy = (observe: Observe): Calls => ({
    seed,
    observe,
    observedBy,
    varying: {},
    perform: () => Promise.reject(new Error('No call is made.')),
    attempt: () => Promise.reject(new Error('No call is made.')),
    attemptAfterEnd: () => Promise.reject(new Error('No call is made.')),
  })
  return { calls: observedBy((observation) => observations.push(observation)), observations }
}

/** A server that fails for numbers from 100 on, what it was asked, and what was observed. */
async function brittle(seed: number) {
  const asked: number[] = []
  const { calls, observations } = callsWith(seed)
  await forAny(calls, fc.nat({ max: 10_000 }), async ({ observe }, number) => {
    asked.push(number)
    if (number < 100) return
    const difference = { observation: 'status', expected: '200', actual: '500' }
    stop({ ...exchange, observe, request: { ...exchange.request, body: String(number) } }, difference)
  })
  return { asked, observations }
}

describe('forAny', () => {
  test('reports the smallest value that differs, once', async () => {
    const { observations } = await brittle(7)
    expect(observations).toMatchObject([{ observation: 'status', actual: '500', request: { body: '100' } }])
  })

  test('looks for other differences behind the first one', async () => {
    const { calls, observations } = callsWith(3)
    await forAny(calls, fc.nat({ max: 10_000 }), async ({ observe }, number) => {
      const difference = { observation: 'status', expected: '200', actual: number % 2 === 0 ? '500' : '404' }
      differ({ ...exchange, observe }, difference)
    })
    expect(observations.map(({ actual }) => actual).sort()).toEqual(['404', '500'])
  })

  test('makes up the same values from the same seed, and others from another', async () => {
    const [one, again, other] = await Promise.all([brittle(7), brittle(7), brittle(8)])
    expect(again.asked).toEqual(one.asked)
    expect(other.asked).not.toEqual(one.asked)
  })

  test('makes the given number of calls if nothing differs', async () => {
    const asked: string[] = []
    const { calls, observations } = callsWith(1)
    await forAny(calls, fc.string(), async (_calls, text) => void asked.push(text), { runs: 9 })
    expect(asked).toHaveLength(9)
    expect(observations).toEqual([])
  })

  test.each([
    ['what does not apply', new NotApplicable('There is no such client.')],
    ['a call that blocks', new Blocked(blocking())],
    ['a defect', new TypeError('undefined is not a function')],
  ])('throws on %s, at once', async (_what, problem) => {
    let count = 0
    const { calls } = callsWith(1)
    const trial = forAny(calls, fc.nat(), async () => {
      count += 1
      throw problem
    })
    await expect(trial).rejects.toBe(problem)
    expect(count).toBe(1)
  })

  test('gives up looking for a smaller value after a while', async () => {
    let count = 0
    const { calls, observations } = callsWith(1)
    await forAny(calls, fc.string({ minLength: 500, maxLength: 900 }), async ({ observe }) => {
      count += 1
      differ({ ...exchange, observe }, { observation: 'status', expected: '200', actual: '500' })
    })
    expect(observations).toHaveLength(1)
    expect(count).toBeLessThan(100)
  })
})

function blocking(): Observation {
  const { operation, request } = exchange
  return {
    operation,
    shownBy: operation,
    rule: 'setup',
    observation: 'status',
    expected: '201',
    actual: '500',
    pointers: [],
    request,
    exchange,
  }
}
