import { expect, test } from 'vitest'
import { transientObservations } from './transient-observations.ts'

const request = { method: 'GET', url: 'http://localhost:8000/api/users/email', headers: {}, body: undefined }
const failed = { operation: 'getCurrentEmail', request, exchange: undefined }

test.each([
  [{ ...failed, status: 502, count: 2 }, 'status', '502 in passing'],
  [
    { ...failed, kind: 'reset', count: 1 },
    'connection',
    'closes the connection without a response in passing',
  ],
] as const)(
  'a failure that passed is an observation that is the same in every run',
  (failure, ...expected) => {
    const [observation, actual] = expected
    expect(transientObservations([failure])).toMatchObject([
      {
        operation: 'getCurrentEmail',
        rule: 'transient',
        observation,
        expected: 'no failure in passing',
        actual,
      },
    ])
  },
)
