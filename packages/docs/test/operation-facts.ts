import type { OperationFacts } from '../src/navigation/operations.ts'

/** An operation for a test that says only what it is about. */
export function operationFacts(given: Partial<OperationFacts> = {}): OperationFacts {
  return {
    id: 'whois',
    summary: 'Whois',
    method: 'GET',
    path: '/w/{workspace}/users/whois/{username}',
    tags: ['user'],
    role: 'member',
    credentials: 'bearerAuth or cookieAuth',
    idempotent: true,
    ...given,
  }
}
