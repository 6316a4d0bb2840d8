import { expect, test } from 'vitest'
import { violation } from '../../test/report.ts'
import { Mismatch } from '../errors.ts'
import type { CheckOutcome } from '../run/check-outcome.ts'
import { trackDeviations } from './track.ts'

const deviation = {
  operation: 'createUser',
  rule: 'role-refused',
  reason: 'Fixed in the next release.',
} as const
const check = { operation: 'createUser', rule: 'role-refused', title: violation.title } as const
const mismatch = Object.create(Mismatch.prototype) as Mismatch // only its violation is looked at
const violated: CheckOutcome = { kind: 'violated', violation, mismatch }

test('a finding that is listed has its reason, and one that is not has none', () => {
  expect(trackDeviations([deviation], { isPartial: false }).reasonOf(check, violated)).toBe(deviation.reason)
  expect(trackDeviations([], { isPartial: false }).reasonOf(check, violated)).toBeUndefined()
})

test('what has occurred stays listed', () => {
  const known = trackDeviations([deviation], { isPartial: false })
  known.reasonOf(check, violated)
  expect(known.outdated()).toEqual([])
})

test('what passes now may not stay listed', () => {
  const known = trackDeviations([deviation], { isPartial: true })
  expect(known.reasonOf(check, { kind: 'passed' })).toBeUndefined()
  expect(known.outdated()).toEqual([
    'The known deviation createUser role-refused no longer occurs. Expected: its entry is taken out of the deviations.',
  ])
})
