import { expect, test } from 'vitest'
import type { Rule } from '../document/rule.ts'
import { type Severity, severityOf } from './severity.ts'

interface Example {
  readonly operation?: string
  readonly rule: Rule
  readonly observation?: string
  readonly expected?: string
  readonly actual?: string
}

function severity(example: Example): Severity {
  const { operation = 'listUsers', rule, observation = 'status', expected = '200', actual = '500' } = example
  return severityOf({ operation, rule, observation, expected, actual })
}

test.each<[string, Example, Severity]>([
  [
    'a call without credentials is accepted',
    { rule: 'credentials-missing', expected: '401', actual: '200' },
    'security',
  ],
  ['a secret stands in a body', { rule: 'no-secrets', observation: 'body' }, 'security'],
  [
    'the insides of the server stand in an error',
    { rule: 'error-body', observation: 'body of an error' },
    'security',
  ],
  ['a write is not stored', { rule: 'write-stored', observation: 'the account /email' }, 'data'],
  ['a page lacks items', { rule: 'paging', observation: 'the list' }, 'data'],
  ['a valid write fails', { operation: 'createUser', rule: 'valid-call', expected: '201' }, 'data'],
  ['a valid read fails', { rule: 'valid-call' }, 'client'],
  ['a valid write is refused', { operation: 'createUser', rule: 'valid-call', actual: '403' }, 'client'],
  ['a valid call is refused', { rule: 'valid-call', actual: '403' }, 'client'],
  ['a body is another one', { rule: 'valid-call', observation: 'body /email' }, 'client'],
  [
    'a property of another schema is taken over',
    { rule: 'body-unknown-member', observation: 'is_admin', expected: 'false', actual: 'true' },
    'security',
  ],
  ['an unknown property is refused', { rule: 'body-unknown-member', actual: '422' }, 'client'],
  ['an error is worded otherwise', { rule: 'error-body', observation: 'body' }, 'wording'],
  ['an error has another media type', { rule: 'error-body', observation: 'header Content-Type' }, 'client'],
  ['an operation is slow', { rule: 'prompt', observation: 'duration' }, 'wording'],
])('where %s', (_what, difference, expected) => {
  expect(severity(difference)).toBe(expected)
})

test.each([
  ['401', '403'],
  ['401', '500'],
  ['403 or 404', '400'],
  ['4XX', '500'],
])('a refusal with another status is a matter of clients: %s, not %s', (expected, actual) => {
  expect(severity({ rule: 'role-refused', expected, actual })).toBe('client')
})

test('an acceptance instead of a refusal, or a header of a refusal, stays a matter of security', () => {
  expect(severity({ rule: 'role-refused', expected: '403', actual: '200' })).toBe('security')
  expect(severity({ rule: 'login-limit', observation: 'header Retry-After' })).toBe('security')
})
