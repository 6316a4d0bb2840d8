import { expect, test } from 'vitest'
import { cleanReport, violation } from '../../test/report.ts'
import { type Deviation, isAccepted } from './deviation.ts'
import { type JudgementOptions, judge } from './judge.ts'

const deviation: Deviation = {
  operation: 'createUser',
  rule: 'role-refused',
  reason: 'Fixed in the next release.',
}

function judged(options: Partial<JudgementOptions>) {
  return judge({
    violations: [violation],
    checks: [],
    deviations: [deviation],
    version: '1.4.0',
    isPartial: false,
    ...options,
  })
}

test('what is listed is known, with its reason', () => {
  const { violations, known, outdated } = judged({})
  expect(violations).toEqual([])
  expect(known).toEqual([{ ...violation, reason: 'Fixed in the next release.' }])
  expect(outdated).toEqual([])
})

test('another rule of the same operation is not', () => {
  const { violations, known } = judged({ deviations: [{ ...deviation, rule: 'order' }] })
  expect(violations).toEqual([violation])
  expect(known).toEqual([])
})

test('what no longer occurs may not stay listed', () => {
  expect(judged({ violations: [] }).outdated).toEqual([{ ...deviation, problem: 'no-longer-occurs' }])
})

test.each([
  ['was left out', []],
  ['could not run', [{ operation: 'createUser', rule: 'role-refused', result: 'not-exercised' }]],
] as const)('a run in which its check %s says nothing about it', (_what, checks) => {
  expect(judged({ violations: [], checks, isPartial: true }).outdated).toEqual([])
})

test('a run of a part says that it no longer occurs where its check has passed', () => {
  const checks = [{ operation: 'createUser', rule: 'role-refused', result: 'passed' }] as const
  expect(judged({ violations: [], checks, isPartial: true }).outdated).toHaveLength(1)
})

test('what was to be gone by now fails again, and is named', () => {
  const { violations, known, outdated } = judged({ deviations: [{ ...deviation, until: '1.3.9' }] })
  expect(violations).toEqual([violation])
  expect(known).toEqual([])
  expect(outdated).toEqual([{ ...deviation, until: '1.3.9', problem: 'past-until' }])
})

test.each([
  ['1.4.0', true],
  ['1.4.1', false],
  ['1.10.0', false],
  ['1.3.99', true],
  ['2.0.0', false],
  ['1.4.0-beta.1', true],
])('until 1.4.0, with version %s: %s', (version, expected) => {
  expect(isAccepted({ ...deviation, until: '1.4.0' }, version)).toBe(expected)
})

test('a report without findings stays as it is', () => {
  expect(judged({ violations: cleanReport.violations, deviations: [] })).toEqual({
    violations: [],
    known: [],
    outdated: [],
  })
})
