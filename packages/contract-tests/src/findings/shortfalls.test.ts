import { expect, test } from 'vitest'
import { cleanReport, faultyReport } from '../../test/report.ts'
import { leastCoverage, reached, shortfallsOf } from './shortfalls.ts'

test('a run reaches what passed, failed or was known, and not what was blocked or does not apply', () => {
  // createUser with three checks; deleteUser is blocked, and loginWithOauth does not apply.
  expect(reached(faultyReport)).toEqual({ operations: 1, statuses: 1, checks: 3 })
})

test('a run that reaches what is recorded, or more, has no shortfall', () => {
  expect(shortfallsOf({ operations: 1, statuses: 1, checks: 3 }, faultyReport)).toEqual([])
  expect(shortfallsOf({ operations: 0, statuses: 0, checks: 0 }, faultyReport)).toEqual([])
  expect(shortfallsOf(undefined, cleanReport)).toEqual([])
})

test.each([
  [1_950, 1_930],
  [1_947, 1_920],
  [1_946, 1_920],
  [99, 99],
])('of %i checks that a run has made, later ones have to make %i', (made, least) => {
  const [check] = cleanReport.checks
  const checks = check ? new Array(made).fill(check) : []
  expect(leastCoverage({ ...cleanReport, checks })).toMatchObject({
    operations: 1,
    statuses: 1,
    checks: least,
  })
})

test('says of each figure by how much a run stays below it', () => {
  expect(shortfallsOf({ operations: 2, statuses: 1, checks: 1_700 }, faultyReport)).toEqual([
    'Of the operations that the deviations file records, 2, the run reached 1: less was checked than before.',
    'Of the checks that the deviations file records, 1700, the run reached 3: less was checked than before.',
  ])
  expect(shortfallsOf({ operations: 0, statuses: 2, checks: 0 }, faultyReport)).toHaveLength(1)
})
