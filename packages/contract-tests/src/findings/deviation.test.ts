import { describe, expect, test } from 'vitest'
import { differenceWith } from '../../test/report.ts'
import {
  accepts,
  covers,
  type Deviation,
  describeStale,
  isInForce,
  mayBeAbsent,
  nameOf,
} from './deviation.ts'

const deviation: Deviation = {
  operations: ['createUser'],
  rule: 'valid-call',
  observation: 'status',
  expected: '201',
  actual: '200',
  reason: 'Fixed in the next release.',
}

describe('covers', () => {
  test('the difference that it describes, and nothing else', () => {
    expect(covers(deviation, differenceWith())).toBe(true)
  })

  test.each([
    ['operation', differenceWith({ operation: 'deleteUser' })],
    ['rule', differenceWith({ rule: 'role-allowed' })],
    ['observation', differenceWith({ observation: 'header Allow' })],
    ['expected value', differenceWith({ expected: '204' })],
    ['actual value', differenceWith({ actual: '500' })],
  ])('no difference of another %s', (_what, difference) => {
    expect(covers(deviation, difference)).toBe(false)
  })

  test('every operation with *', () => {
    const everywhere = { ...deviation, operations: ['*'] }
    expect(covers(everywhere, differenceWith({ operation: 'deleteUser' }))).toBe(true)
  })

  test('only the situations that it names, where it names some', () => {
    const expired = differenceWith({ situation: 'an expired token' })
    const deleted = differenceWith({ situation: 'a deleted token' })
    const limited = { ...deviation, situations: ['an expired token'] }
    expect([covers(deviation, expired), covers(deviation, deleted)]).toEqual([true, true])
    expect([covers(limited, expired), covers(limited, deleted)]).toEqual([true, false])
  })
})

describe('isInForce', () => {
  test.each([
    ['1.4.0', '1.4.0', true],
    ['1.4.0', '1.3.9', true],
    ['1.4.0', '1.4.1', false],
    ['1.4.0', '1.10.0', false],
    ['1.10.0', '1.9.0', true],
    ['1.4.0', '2.0.0', false],
    ['1.4.0', '1.4.0-rc.1', true],
  ])('until %s, for the contract %s: %j', (until, version, expected) => {
    expect(isInForce({ ...deviation, until }, version)).toBe(expected)
    expect(accepts({ ...deviation, until }, differenceWith(), version)).toBe(expected)
  })

  test('without an end, for ever', () => {
    expect(isInForce(deviation, '99.0.0')).toBe(true)
  })
})

test('what is met by chance, or in passing, may be absent from a run', () => {
  expect(mayBeAbsent({ ...deviation, rule: 'any-valid' })).toBe(true)
  expect(mayBeAbsent({ ...deviation, rule: 'transient' })).toBe(true)
  expect(mayBeAbsent(deviation)).toBe(false)
})

test('is called by its id, or by what it is about', () => {
  expect(nameOf({ ...deviation, id: 'created' })).toBe('created')
  expect(nameOf({ ...deviation, operations: ['createUser', 'deleteUser'] })).toBe(
    'createUser, deleteUser valid-call status',
  )
})

test('says why it may not stay, and what to do', () => {
  expect(describeStale({ deviation, problem: 'no-longer-occurs', operations: ['createUser'] })).toBe(
    'no longer occurs (createUser). Remove it: --prune-deviations does.',
  )
  const until = { ...deviation, until: '1.3.0' }
  expect(describeStale({ deviation: until, problem: 'past-until', operations: ['createUser'] })).toBe(
    'was accepted until version 1.3.0 of the contract. Fix the server, or choose a later "until".',
  )
})
