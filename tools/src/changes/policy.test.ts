import { expect, test } from 'vitest'
import { holdTo, judge, requiredLevel } from './policy.ts'
import type { Impact, Reason } from './reason.ts'

const reason = (impact: Impact, more: Partial<Reason> = {}): Reason => ({
  impact,
  package: 'openapi',
  what: 'a change',
  place: 'spec/openapi.yaml:1',
  ...more,
})
const level = (version: string, ...reasons: readonly Reason[]) => requiredLevel(judge(reasons, version))

test('before 1.0 what breaks is minor, and all else a patch', () => {
  expect(level('0.3.2', reason('major'))).toBe('minor')
  expect(level('0.3.2', reason('minor'))).toBe('patch')
  expect(level('0.3.2', reason('patch'))).toBe('patch')
})

test('from 1.0 on each change asks for its own level', () => {
  expect(level('1.0.0', reason('patch'), reason('major'), reason('minor'))).toBe('major')
  expect(level('1.0.0', reason('minor'))).toBe('minor')
})

test('what a neighbour may call begins a new line, because neighbours accept each version of theirs', () => {
  expect(level('0.3.2', reason('minor', { isNeededByNeighbours: true }))).toBe('minor')
})

test('where nothing published changed, nothing is asked for', () => {
  expect(level('0.3.2')).toBeUndefined()
  expect(holdTo(undefined, undefined).isEnough).toBe(true)
})

test('notes may claim more than is proved, and not less', () => {
  expect(holdTo('minor', 'patch').isEnough).toBe(false)
  expect(holdTo('patch', undefined).isEnough).toBe(false)
  expect(holdTo('patch', 'minor').isEnough).toBe(true)
})
