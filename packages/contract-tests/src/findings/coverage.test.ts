import { expect, test } from 'vitest'
import type { OperationDescription } from '../document/operation.ts'
import type { Tally } from '../http/recorder.ts'
import { createCoverage } from './coverage.ts'

const whoami: OperationDescription = {
  id: 'whoami',
  method: 'GET',
  path: '/w/{workspace}/users/whoami',
  requestMediaType: undefined,
  idempotent: false,
  internal: false,
  statuses: ['200', '401', '403'],
}

const tally: Tally = { operation: 'whoami', method: 'GET', status: 200, role: 'member', count: 3 }
const missing = { reasons: {}, otherwise: 'No check leads to it.' }

test('gives each documented status with the roles that got it', () => {
  const { operations, documented, exercised } = createCoverage(
    [whoami],
    [tally, { ...tally, role: 'super-admin', count: 1 }, { ...tally, status: 401, role: 'nobody' }],
    missing,
  )
  expect(operations).toEqual([
    {
      operation: 'whoami',
      statuses: [
        { status: '200', documented: true, roles: { member: 3, 'super-admin': 1 } },
        { status: '401', documented: true, roles: { nobody: 3 } },
        { status: '403', documented: true, roles: {}, reason: 'No check leads to it.' },
      ],
    },
  ])
  expect({ documented, exercised }).toEqual({ documented: 3, exercised: 2 })
})

test('gives the reason of a status that cannot be brought about', () => {
  const reasons = { whoami: { 403: 'Everybody is a member.' } }
  const { operations } = createCoverage([whoami], [tally], { ...missing, reasons })
  expect(operations[0]?.statuses.map(({ reason }) => reason)).toEqual([
    undefined,
    'No check leads to it.',
    'Everybody is a member.',
  ])
})

test('shows what came without being documented, and counts it nowhere', () => {
  const { operations, documented, exercised } = createCoverage([whoami], [{ ...tally, status: 500 }], missing)
  expect(operations[0]?.statuses.at(-1)).toEqual({ status: '500', documented: false, roles: { member: 3 } })
  expect({ documented, exercised }).toEqual({ documented: 3, exercised: 0 })
})

test('leaves out other methods on the same path, and other operations', () => {
  const tallies = [
    { ...tally, method: 'HEAD' },
    { ...tally, operation: 'whois' },
  ]
  expect(createCoverage([whoami], tallies, missing).exercised).toBe(0)
})
