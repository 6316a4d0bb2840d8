import { describe, expect, test } from 'vitest'
import { exchangeWith } from '../../test/exchange.ts'
import type { Rule } from '../document/rule.ts'
import { Mismatch } from '../errors.ts'
import { createSecrets } from '../http/secrets.ts'
import type { CheckOutcome, FinishedCheck } from '../run/check-outcome.ts'
import { toViolation } from './finding.ts'
import { createReport, type RunDetails } from './report.ts'

const facts: RunDetails = {
  baseUrl: 'http://localhost:8000/api',
  run: 'nightly7',
  seed: 42,
  startedAt: '2026-11-23T12:00:00.000Z',
  milliseconds: 1234,
  left: [],
  coverage: { operations: [], documented: 0, exercised: 0 },
}

describe('createReport', () => {
  test('counts what passed, failed and was not exercised', async () => {
    const report = createReport(
      [
        finished('whoami', { kind: 'passed' }),
        finished('whoami', await violated('whoami')),
        finished('loginWithOauth', { kind: 'not-exercised', reason: 'no client' }),
      ],
      facts,
    )
    expect(report).toMatchObject({ passed: 1, failed: 1, milliseconds: 1234 })
    expect(report.notExercised).toEqual([
      { operation: 'loginWithOauth', rule: 'valid-call', title: 'returns 200', reason: 'no client' },
    ])
  })

  test('names a setup that cannot be set once, however many checks need it', async () => {
    const broken = await violated('createWorkspace', { rule: 'setup' })
    const checks = ['listUsers', 'whoami', 'whois'].map((operation) => finished(operation, broken))
    const report = createReport(checks, facts)
    expect(report.failed).toBe(3)
    expect(report.violations).toHaveLength(1)
    expect(report.violations[0]).toMatchObject({
      operation: 'createWorkspace',
      rule: 'setup',
      followers: [{ operation: 'whoami' }, { operation: 'whois' }],
    })
  })

  test('tells once what an operation does wrong in the same way, with all checks that notice', async () => {
    const outcome = await violated('whoami')
    const report = createReport(
      [finished('whoami', outcome), finished('whoami', outcome, 'returns 401')],
      facts,
    )
    expect(report.violations.map(({ followers }) => followers)).toEqual([
      [{ operation: 'whoami', rule: 'valid-call', title: 'returns 401' }],
    ])
  })

  test('keeps apart what it does wrong in different ways', async () => {
    const outcomes = [await violated('whoami'), await violated('whoami', { came: 'status 404' })]
    const checks = outcomes.map((outcome) => finished('whoami', outcome))
    expect(createReport(checks, facts).violations.map(({ came }) => came)).toEqual([
      'status 500',
      'status 404',
    ])
  })
})

function finished(operation: string, outcome: CheckOutcome, title = 'returns 200'): FinishedCheck {
  return {
    operation,
    outcome,
    milliseconds: 12,
    check: { rule: 'valid-call', title },
    done: 1,
    total: 1,
  }
}

async function violated(
  operation: string,
  { rule = 'valid-call', came = 'status 500' }: { rule?: Rule; came?: string } = {},
): Promise<CheckOutcome> {
  const { request } = await exchangeWith({ status: 500 })
  const mismatch = new Mismatch({ operation, request, rule, expected: 'status 200', came })
  const violation = toViolation(mismatch, { rule, title: 'returns 200' }, createSecrets())
  return { kind: 'violated', mismatch, violation }
}
