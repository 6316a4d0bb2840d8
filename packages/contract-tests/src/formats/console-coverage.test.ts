import { expect, test } from 'vitest'
import type { Coverage, StatusCoverage } from '../findings/coverage.ts'
import { renderCoverage } from './console-coverage.ts'
import { chooseStyle } from './style.ts'

const plain = chooseStyle(false, undefined)

function covered(statuses: readonly StatusCoverage[]): Coverage {
  return {
    operations: [{ operation: 'whoami', statuses }],
    documented: statuses.filter(({ documented }) => documented).length,
    exercised: 1,
  }
}

test('shows operation, status and role, the share, and what is missing', () => {
  const [table, share] = renderCoverage(
    covered([
      { status: '200', documented: true, roles: { member: 2, 'super-admin': 1 } },
      { status: '403', documented: true, roles: {}, reason: 'No check leads to it.' },
      { status: '500', documented: false, roles: { nobody: 1 } },
    ]),
    plain,
  )
  expect(table?.split('\n').slice(0, 3)).toEqual([
    'responses by role',
    '         200 403 500',
    '  whoami ms  -   n·',
  ])
  expect(share).toBe('1 of 2 documented statuses exercised (50.0 %)\n  – whoami 403: No check leads to it.')
})

test('counts what is missing if the list is long', () => {
  const missing = Array.from({ length: 13 }, (_, index) => ({
    status: String(400 + index),
    documented: true,
    roles: {},
    reason: 'Left out.',
  }))
  expect(renderCoverage(covered(missing), plain)[1]).toContain('  – 13 statuses: Left out.')
})

test('shows nothing where no operation was to be checked', () => {
  expect(renderCoverage({ operations: [], documented: 0, exercised: 0 }, plain)).toEqual([])
})

test('shows the share alone where not everything is asked for', () => {
  const coverage = covered([
    { status: '200', documented: true, roles: { member: 2 } },
    { status: '403', documented: true, roles: {}, reason: 'No check leads to it.' },
  ])
  expect(renderCoverage(coverage, plain, false)).toEqual(['1 of 2 documented statuses exercised (50.0 %)'])
})
