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
  notExercised: [],
  left: [],
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
  title: 'answers 403 to a member who is no admin',
  expected: 'status 403',
  came: 'status 201',
  request:
    'POST http://localhost:8000/api/w/demo/users/add\nauthorization: Bearer [secret]\n\n{"email":"katherine@example.com"}',
  response: '201\ncontent-type: text/plain\n\nuser katherine added',
  followers: [
    { operation: 'createUser', rule: 'role-refused', title: 'answers 403 to a user who is no member' },
  ],
}
