import { expect, test } from 'vitest'
import { recordRelease } from './record-release.ts'
import type { Release } from './release.ts'

const next: Release = { operations: { added: ['feedPet'], removed: [] }, changes: [] }
const first: Release = { ...next, version: '0.1.0', date: '2026-11-30' }

test('what was not released gets a version and a day', () => {
  expect(recordRelease([next, first], '0.2.0', '2026-12-01')).toEqual([
    { ...next, version: '0.2.0', date: '2026-12-01' },
    first,
  ])
})

test('a prerelease is no release of its own', () => {
  expect(recordRelease([next, first], '0.2.0-next.0', '2026-12-01')).toEqual([first])
})

test('a version without news is no release of its own', () => {
  expect(recordRelease([first], '0.1.1', '2026-12-01')).toEqual([first])
})
