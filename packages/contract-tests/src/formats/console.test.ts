import { expect, test } from 'vitest'
import { cleanReport, violation } from '../../test/report.ts'
import type { Report } from '../findings/report.ts'
import { renderReport } from './console.ts'
import { chooseStyle } from './style.ts'

const plain = chooseStyle(false, undefined)
const clean: Report = { ...cleanReport, coverage: { operations: [], documented: 0, exercised: 0 } }

test('says in one line that the contract holds', () => {
  expect(renderReport(clean, plain)).toBe('612 passed, 0 failed in 8.1 s, seed 42\n')
})

test('shows a violation like a bug report', () => {
  expect(
    renderReport({ ...clean, failed: 2, violations: [violation] }, plain),
  ).toBe(`✗ createUser returns 403 to a member who is no admin
  rule      role-refused: Whoever lacks the role may not call.
  document  openapi.yaml:999 (paths/w_{workspace}_users_add.yaml:42)
  meaning   Callers who may not are served.
  expected  status 403
  came      status 201
  request   POST http://localhost:8000/api/w/demo/users/add
            authorization: Bearer [secret]

            {"email":"katherine@example.com"}
  response  201
            content-type: text/plain

            user katherine added
  again     curl -i 'http://localhost'
  also      role-refused: returns 403 to a user who is no member

612 passed, 2 failed in 8.1 s, seed 42
`)
})

test('shows as many checks of one cause as one reads, and counts the others', () => {
  const follower = { operation: 'whois', rule: 'valid-call', title: 'returns 200' } as const
  const violation = {
    operation: 'createWorkspace',
    place: undefined,
    rule: 'setup',
    demand: 'The calls that set the setup for others succeed.',
    meaning: 'Nothing that depends on this call works.',
    curl: "curl -i 'http://localhost'",
    title: 'returns 200',
    expected: 'success',
    came: 'status 500',
    request: 'POST http://localhost:8000/api/workspaces/create',
    response: undefined,
    followers: Array.from({ length: 8 }, () => follower),
  } as const
  const text = renderReport({ ...clean, failed: 9, violations: [violation] }, plain)
  expect(text.match(/whois valid-call: returns 200/g)).toHaveLength(5)
  expect(text).toContain('            and 3 more\n')
  expect(text).toContain('  response  none\n')
})

test('gives the reason of what was not exercised, and names what is left on the server', () => {
  const notExercised = [
    {
      operation: 'loginWithOauth',
      rule: 'valid-call',
      title: 'returns 200 to a valid call',
      reason: 'no client',
    },
    {
      operation: 'loginWithOauth',
      rule: 'body-unknown-member',
      title: 'ignores a member',
      reason: 'no client',
    },
  ] as const
  const left = [
    { kind: 'account', name: 'contract-1@example.com', why: 'deleteGlobalUser is missing' },
  ] as const
  const cleanUpCommand = 'windmill-user-contract --cleanup nightly7'
  const text = renderReport({ ...clean, notExercised, left, cleanUpCommand }, plain)
  expect(text).toContain(
    '– not exercised: no client\n  loginWithOauth returns 200 to a valid call\n  loginWithOauth ignores a member',
  )
  expect(text).toContain(
    '! left on the server: 1\n  account contract-1@example.com: deleteGlobalUser is missing\n  Remove them with: windmill-user-contract --cleanup nightly7\n',
  )
  expect(text).toContain('612 passed, 0 failed, 2 not exercised')
})

test('colours on a terminal alone, and not against the wish of its user', () => {
  const controlSequence = '\u001B['
  expect(renderReport(clean, chooseStyle(true, undefined))).toContain(controlSequence)
  expect(renderReport(clean, chooseStyle(true, '1'))).not.toContain(controlSequence)
  expect(renderReport(clean, chooseStyle(false, undefined))).not.toContain(controlSequence)
})
