import { describe, expect, test } from 'vitest'
import { observationWith } from '../../test/exchange.ts'
import type { OperationCalls } from '../checks/calls.ts'
import { NotApplicable, SetupProblem } from '../errors.ts'
import { Blocked, type Observe, Stopped } from '../expect/observation.ts'
import { runCheck } from './run-check.ts'

/** How a check ends, and how often the shared setup was discarded after it. */
async function endOf(run: (observe: Observe) => Promise<void>) {
  let discarded = 0
  const calls: OperationCalls = {
    observedBy: () => {
      throw new Error('The check makes no call.')
    },
    discard() {
      discarded += 1
    },
  }
  const check = { rule: 'valid-call', title: 'returns 201' } as const
  const outcome = await runCheck({ ...check, run: (_calls, observe) => run(observe) }, calls)
  return { outcome, discarded }
}

const [one, other] = [observationWith(), observationWith({ observation: 'body' })]

test('passes where nothing is observed', async () => {
  expect(await endOf(async () => {})).toEqual({ outcome: { kind: 'passed' }, discarded: 0 })
})

describe('differs by all that is observed', () => {
  const outcome = { kind: 'differs', observations: [one, other] }

  test('until its end', async () => {
    const run = async (observe: Observe) => {
      observe(one)
      observe(other)
    }
    expect(await endOf(run)).toEqual({ outcome, discarded: 1 })
  })

  test.each([
    ['it stops', new Stopped('Enough.')],
    ['a call that it needs does not succeed', new Blocked(observationWith({ operation: 'login' }))],
    ['it turns out not to apply', new NotApplicable('There is no such client.')],
  ])('until %s', async (_what, problem) => {
    const run = async (observe: Observe) => {
      observe(one)
      observe(other)
      throw problem
    }
    expect(await endOf(run)).toEqual({ outcome, discarded: 1 })
  })
})

test('is blocked by the call that it needs', async () => {
  const by = observationWith({ operation: 'login', rule: 'setup', actual: '500' })
  const { outcome, discarded } = await endOf(() => Promise.reject(new Blocked(by)))
  expect({ outcome, discarded }).toEqual({ outcome: { kind: 'blocked', by }, discarded: 1 })
})

test('does not apply for the reason that it gives', async () => {
  const { outcome } = await endOf(() => Promise.reject(new NotApplicable('There is no such client.')))
  expect(outcome).toEqual({ kind: 'not-applicable', reason: 'There is no such client.' })
})

test.each([
  ['a setup problem', new SetupProblem('There is no such server.')],
  ['a defect', new TypeError('undefined is not a function')],
])('throws on %s: it says nothing about the server', async (_what, problem) => {
  await expect(endOf(() => Promise.reject(problem))).rejects.toBe(problem)
})
