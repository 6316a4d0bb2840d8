import { describe, expect, test } from 'vitest'
import { differenceWith } from '../../test/report.ts'
import type { Deviation } from './deviation.ts'
import type { Difference } from './difference.ts'
import type { CheckResult } from './report.ts'
import { staleDeviations } from './stale.ts'

const deviation: Deviation = {
  operations: ['createUser', 'deleteUser'],
  rule: 'valid-call',
  observation: 'status',
  expected: '201',
  actual: '200',
  reason: 'Fixed in the next release.',
}

const passed: CheckResult = {
  operation: 'createUser',
  rule: 'valid-call',
  title: 'returns 201',
  result: 'passed',
  milliseconds: 3,
  findings: [],
}

const ofBoth = [passed, { ...passed, operation: 'deleteUser' }]

interface Run {
  readonly of?: Deviation
  readonly differences?: readonly Difference[]
  readonly checks?: readonly CheckResult[]
  readonly isPartial?: boolean
  readonly version?: string
}

function staleAfter({
  of = deviation,
  differences = [],
  checks = ofBoth,
  isPartial = false,
  version = '1.4.0',
}: Run) {
  const stale = staleDeviations({
    deviations: { deviations: [of] },
    version,
    differences,
    checks,
    isPartial,
  })
  return stale.map(({ problem, operations }) => ({ problem, operations }))
}

test('one that still occurs everywhere is not stale', () => {
  const differences = [differenceWith(), differenceWith({ operation: 'deleteUser' })]
  expect(staleAfter({ differences })).toEqual([])
})

test('names the operations for which it no longer occurs', () => {
  expect(staleAfter({ differences: [differenceWith()] })).toEqual([
    { problem: 'no-longer-occurs', operations: ['deleteUser'] },
  ])
  expect(staleAfter({ differences: [differenceWith({ actual: '500' })] })).toEqual([
    { problem: 'no-longer-occurs', operations: ['createUser', 'deleteUser'] },
  ])
})

test('one of all operations is stale where none shows it', () => {
  const everywhere = { ...deviation, operations: ['*'] }
  expect(staleAfter({ of: everywhere })).toEqual([{ problem: 'no-longer-occurs', operations: ['*'] }])
  expect(staleAfter({ of: everywhere, differences: [differenceWith({ operation: 'whoami' })] })).toEqual([])
  expect(staleAfter({ of: everywhere, isPartial: true })).toEqual([])
})

test('one that is out of date is stale, whether it occurs or not', () => {
  const until = { ...deviation, until: '1.3.0' }
  const expected = [{ problem: 'past-until', operations: ['createUser', 'deleteUser'] }]
  expect(staleAfter({ of: until })).toEqual(expected)
  expect(staleAfter({ of: until, differences: [differenceWith()] })).toEqual(expected)
  expect(
    staleAfter({
      of: until,
      version: '1.3.0',
      differences: [differenceWith(), differenceWith({ operation: 'deleteUser' })],
    }),
  ).toEqual([])
})

test.each(['any-valid', 'transient'] as const)('one of the rule %s may be absent from a run', (rule) => {
  expect(
    staleAfter({ of: { ...deviation, rule }, checks: ofBoth.map((check) => ({ ...check, rule })) }),
  ).toEqual([])
})

describe('a run says nothing about what it did not try', () => {
  test('because no check of the operation was run', () => {
    expect(staleAfter({ checks: [passed] })).toEqual([
      { problem: 'no-longer-occurs', operations: ['createUser'] },
    ])
  })

  test.each(['blocked', 'not-applicable'] as const)('because a check of the rule was %s', (result) => {
    expect(staleAfter({ checks: [{ ...passed, result }, ...ofBoth] })).toEqual([
      { problem: 'no-longer-occurs', operations: ['deleteUser'] },
    ])
  })

  test('because checks were left out, and none of the rule was run', () => {
    const checks: CheckResult[] = [{ ...passed, rule: 'role-refused' }]
    expect(staleAfter({ checks, isPartial: true })).toEqual([])
    // In a whole run the rule has no check of its own: others would have met it.
    expect(staleAfter({ checks })).toEqual([{ problem: 'no-longer-occurs', operations: ['createUser'] }])
  })

  test('because another check, which might have met it, was blocked', () => {
    const blocked: CheckResult = { ...passed, rule: 'role-refused', result: 'blocked' }
    expect(staleAfter({ checks: [blocked, { ...passed, rule: 'order' }] })).toEqual([])
  })
})
