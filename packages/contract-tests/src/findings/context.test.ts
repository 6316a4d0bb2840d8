import { expect, test } from 'vitest'
import { observationWith } from '../../test/exchange.ts'
import { toContext } from './context.ts'
import type { FinishedCheck } from './outcome.ts'

const situation = 'a token that was deleted'
const noCoverage = { operations: [], documented: 0, exercised: 0 }

/** A check of an ended token, the n-th to end. */
function tried(operation: string, done: number, isRefused: boolean): FinishedCheck {
  const check = { rule: 'credentials-revoked', title: `returns 401 for ${situation}`, situation } as const
  const outcome = isRefused
    ? ({ kind: 'passed' } as const)
    : ({ kind: 'differs', observations: [observationWith({ operation })] } as const)
  return { operation, check, outcome, milliseconds: 1, done, total: 9 }
}

test('an operation has refused a token that another goes on to accept', () => {
  const context = toContext([tried('whoami', 1, true), tried('whois', 2, false)], noCoverage)
  expect([...context.refusedBy(situation)]).toEqual(['whoami'])
  expect([...context.refusedBy('a token that has expired')]).toEqual([])
})

test('an operation has not refused a token that none accepts any more: another may have ended it', () => {
  const checks = [tried('logout', 1, false), tried('whoami', 2, true)]
  expect([...toContext(checks, noCoverage).refusedBy(situation)]).toEqual([])
})

test('an operation has responded if a status of it was seen', () => {
  const seen = { status: '200', documented: true, roles: { user: 1 } }
  const operations = [
    { operation: 'whoami', statuses: [seen] },
    { operation: 'logout', statuses: [{ ...seen, roles: {} }] },
  ]
  const { hasResponded } = toContext([], { ...noCoverage, operations })
  expect(['whoami', 'logout', 'whois'].map(hasResponded)).toEqual([true, false, true])
})
