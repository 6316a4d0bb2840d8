import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exchangeWith } from '../../../test/exchange.ts'
import { NotExercised } from '../../errors.ts'
import { fail } from '../../expect/expect-response.ts'
import { forAny } from './for-any.ts'

const exchange = await exchangeWith({ status: 500 })

/** A server that falls over numbers from 100 on, and what it was asked. */
function brittle(seed: number) {
  const asked: number[] = []
  const trial = forAny({ seed }, fc.nat({ max: 10_000 }), async (number) => {
    asked.push(number)
    if (number >= 100) fail(exchange, 'status 200', `status 500 to ${number}`)
  })
  return { trial, asked }
}

describe('forAny', () => {
  test('tells of the smallest value that fails', async () => {
    await expect(brittle(7).trial).rejects.toThrow('came status 500 to 100')
  })

  test('makes up the same values from the same seed, and others from another', async () => {
    const [one, again, other] = [brittle(7), brittle(7), brittle(8)]
    await Promise.allSettled([one.trial, again.trial, other.trial])
    expect(again.asked).toEqual(one.asked)
    expect(other.asked).not.toEqual(one.asked)
  })

  test('asks as often as it is told when nothing fails', async () => {
    const asked: string[] = []
    await forAny({ seed: 1 }, fc.string(), async (text) => void asked.push(text), { runs: 9 })
    expect(asked).toHaveLength(9)
  })

  test('throws on what is no finding about the server, at once', async () => {
    let calls = 0
    const trial = forAny({ seed: 1 }, fc.nat(), async () => {
      calls += 1
      throw new NotExercised('There is no such client.')
    })
    await expect(trial).rejects.toThrow(NotExercised)
    expect(calls).toBe(1)
  })

  test('gives up looking for a smaller value after a while', async () => {
    let calls = 0
    const trial = forAny({ seed: 1 }, fc.string({ minLength: 500, maxLength: 900 }), async () => {
      calls += 1
      fail(exchange, 'status 200', 'status 500')
    })
    await expect(trial).rejects.toThrow('status 500')
    expect(calls).toBeLessThan(100)
  })
})
