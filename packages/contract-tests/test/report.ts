import type { Report, ReportedViolation } from '../src/index.ts'

/** The report of a run that found nothing. */
export const cleanReport: Report = {
  baseUrl: 'http://localhost:8000/api',
  run: 'nightly7',
  seed: 42,
  startedAt: '2026-11-23T12:00:00.000Z',
  milliseconds: 8_123,
  passed: 612,
  failed: 0,
  violations: [],
  known: [],
  outdated: [],
  notExercised: [],
  left: [],
  checks: [
    {
      operation: 'createUser',
      rule: 'valid-call',
      title: 'returns 201 text/plain to a valid call',
      result: 'passed',
      milliseconds: 12,
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

/** A finding with one further check that failed for the same cause. */
export const violation: ReportedViolation = {
  operation: 'createUser',
  rule: 'role-refused',
  demand: 'Whoever lacks the role may not call.',
  meaning: 'Callers who may not are served.',
  place: {
    pointer: '/paths/~1w~1{workspace}~1users~1add/post/responses/403',
    line: 999,
    source: 'paths/w_{workspace}_users_add.yaml:42',
  },
  curl: "curl -i 'http://localhost'",
  title: 'returns 403 to a member who is no admin',
  expected: 'status 403',
  came: 'status 201',
  request:
    'POST http://localhost:8000/api/w/demo/users/add\nauthorization: Bearer [secret]\n\n{"email":"katherine@example.com"}',
  response: '201\ncontent-type: text/plain\n\nuser katherine added',
  followers: [
    { operation: 'createUser', rule: 'role-refused', title: 'returns 403 to a user who is no member' },
  ],
}

/** The report of a run with one finding and one check without means. */
export const faultyReport: Report = {
  ...cleanReport,
  failed: 2,
  violations: [violation],
  notExercised: [
    {
      operation: 'loginWithOauth',
      rule: 'valid-call',
      title: 'returns 200 to a valid call',
      reason: 'listOauthLogins names no client "sandbox".',
    },
  ],
  checks: [
    ...cleanReport.checks,
    { ...namesOf(violation), result: 'violated', milliseconds: 4 },
    ...violation.followers.map((follower) => ({ ...follower, result: 'violated' as const, milliseconds: 3 })),
    {
      operation: 'loginWithOauth',
      rule: 'valid-call',
      title: 'returns 200 to a valid call',
      result: 'not-exercised',
      milliseconds: 0,
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

function namesOf({ operation, rule, title }: ReportedViolation) {
  return { operation, rule, title }
}
