import type { Observation } from '../src/expect/observation.ts'
import { type ObservedDifference, toDifference } from '../src/findings/difference.ts'
import type { Finding } from '../src/findings/finding.ts'
import type { Report } from '../src/findings/report.ts'
import { observationWith } from './exchange.ts'

/** The report of a run that found nothing. */
export const cleanReport: Report = {
  baseUrl: 'http://localhost:8000/api',
  version: '1.4.0',
  run: 'nightly7',
  seed: 42,
  startedAt: '2026-11-23T12:00:00.000Z',
  milliseconds: 8_123,
  exitStatus: 0,
  counts: { passed: 612, failed: 0, known: 0, blocked: 0, notApplicable: 0 },
  findings: [],
  blocked: [],
  notApplicable: [],
  stale: [],
  shortfalls: [],
  left: [],
  checks: [
    {
      operation: 'createUser',
      rule: 'valid-call',
      title: 'returns 201 text/plain to a valid call',
      result: 'passed',
      milliseconds: 12,
      findings: [],
    },
  ],
  coverage: {
    operations: [
      {
        operation: 'createUser',
        statuses: [
          { status: '201', documented: true, roles: { 'workspace-admin': 2 } },
          { status: '413', documented: true, roles: {}, reason: 'No check leads to it.' },
        ],
      },
    ],
    documented: 2,
    exercised: 1,
  },
}

/** A finding that two checks show. */
export const finding: Finding = {
  id: 'F1',
  severity: 'security',
  status: 'new',
  reason: undefined,
  rule: 'role-refused',
  demand: 'Callers without the role are refused.',
  meaning: 'Callers without permission are let in.',
  title: 'accepts a caller without the role (201, not 403): as a member',
  operations: ['createUser'],
  observation: 'status',
  situations: ['as a member'],
  expected: '403',
  actual: '201',
  place: {
    pointer: '/paths/~1w~1{workspace}~1users~1add/post/responses/403',
    line: 999,
    source: 'paths/w_{workspace}_users_add.yaml:42',
  },
  request: "curl -i 'http://localhost:8000/api/w/demo/users/add'",
  requestText:
    'POST http://localhost:8000/api/w/demo/users/add\nauthorization: Bearer [secret]\n\n{"email":"katherine@example.com"}',
  responseText: '201\ncontent-type: text/plain\n\nuser katherine added',
  checks: 2,
}

/** The same finding, accepted by a deviation. */
export const knownFinding: Finding = { ...finding, status: 'known', reason: 'Fixed in the next release.' }

/** The report of a run with a finding, a check that it blocks, one that does not apply, and a stale deviation. */
export const faultyReport: Report = {
  ...cleanReport,
  exitStatus: 1,
  counts: { passed: 1, failed: 2, known: 0, blocked: 1, notApplicable: 1 },
  findings: [finding],
  blocked: [{ operation: 'deleteUser', checks: 1, blockedBy: 'F1', accepted: false }],
  notApplicable: [
    {
      operation: 'loginWithOauth',
      rule: 'valid-call',
      title: 'returns 200 for a valid call',
      reason: 'listOauthLogins names no client "sandbox".',
    },
  ],
  stale: [
    {
      deviation: {
        id: 'whoami-cache',
        operations: ['whoami'],
        rule: 'valid-call',
        observation: 'header Cache-Control',
        expected: '"no-store"',
        actual: 'absent',
        reason: 'The proxy removes it.',
      },
      problem: 'no-longer-occurs',
      operations: ['whoami'],
    },
  ],
  checks: [
    ...cleanReport.checks,
    {
      operation: 'createUser',
      rule: 'role-refused',
      title: 'returns 403 for a member who is no admin',
      result: 'failed',
      milliseconds: 4,
      findings: ['F1'],
    },
    {
      operation: 'createUser',
      rule: 'role-refused',
      title: 'returns 403 for a user who is not a member',
      result: 'failed',
      milliseconds: 3,
      findings: ['F1'],
    },
    {
      operation: 'deleteUser',
      rule: 'write-stored',
      title: 'removes the member',
      result: 'blocked',
      milliseconds: 2,
      findings: ['F1'],
    },
    {
      operation: 'loginWithOauth',
      rule: 'valid-call',
      title: 'returns 200 for a valid call',
      result: 'not-applicable',
      milliseconds: 0,
      findings: [],
      reason: 'listOauthLogins names no client "sandbox".',
    },
  ],
  calls: [
    {
      operation: 'createUser',
      role: 'member',
      method: 'POST',
      url: 'http://localhost:8000/api/w/demo/users/add?dry=1',
      headers: [['content-type', 'application/json']],
      body: '{"email":"katherine@example.com"}',
      startedAt: '2026-11-23T12:00:01.000Z',
      milliseconds: 4.25,
      response: { status: 201, headers: [['content-type', 'text/plain']], body: 'user katherine added' },
    },
    {
      operation: 'whoami',
      role: 'nobody',
      method: 'GET',
      url: 'http://localhost:8000/api/w/demo/users/whoami',
      headers: [],
      body: undefined,
      startedAt: '2026-11-23T12:00:02.000Z',
      milliseconds: 10_000,
      response: undefined,
    },
  ],
}

/** What `createUser` does otherwise in a valid call, or what is said instead. */
export function differenceWith(parts: Partial<Observation> = {}): ObservedDifference {
  return toDifference(observationWith({ rule: 'valid-call', ...parts }), {
    check: { rule: 'setup', title: '' },
  })
}
