import { describe, expect, test } from 'vitest'
import { exchangeWith, observationWith } from '../../test/exchange.ts'
import { differenceWith } from '../../test/report.ts'
import { createSecrets } from '../http/secrets.ts'
import { type Cause, toFindings } from './finding.ts'

const secrets = createSecrets()
secrets.add('analytical-engine')

function causeWith(parts: Parameters<typeof differenceWith>[0], more: Partial<Cause> = {}): Cause {
  return { difference: differenceWith(parts), checks: 1, reason: undefined, ...more }
}

function findingsOf(...causes: readonly Cause[]) {
  return toFindings(causes, secrets).findings
}

test('tells what the server does instead, what the contract asks for, and where', async () => {
  const exchange = await exchangeWith({ status: 200, body: 'password: analytical-engine' })
  const [found] = findingsOf(
    causeWith(
      {
        rule: 'credentials-missing',
        expected: '401',
        actual: '200',
        pointers: ['responses/401'],
        request: { ...exchange.request, body: '{"note":"analytical-engine"}' },
        exchange,
      },
      { checks: 4 },
    ),
  )
  expect(found).toMatchObject({
    id: 'F1',
    severity: 'security',
    status: 'new',
    reason: undefined,
    rule: 'credentials-missing',
    demand: 'Calls without credentials are refused.',
    title: 'accepts a call without credentials (200, not 401)',
    operations: ['createUser'],
    observation: 'status',
    situations: [],
    expected: '401',
    actual: '200',
    place: { pointer: '/paths/~1w~1{workspace}~1users~1add/post/responses/401' },
    checks: 4,
  })
  expect(found?.requestText).toMatch(/^POST http:.*\n\n\{"note":"\[secret\]"\}$/)
  expect(found?.request).toContain('[secret]')
  expect(found?.responseText).toMatch(/^200\n.*password: \[secret\]$/s)
  expect(JSON.stringify(found)).not.toContain('analytical-engine')
})

test('has no response text where no response came', () => {
  expect(findingsOf(causeWith({ observation: 'connection' }))[0]?.responseText).toBeUndefined()
})

describe('the same cause', () => {
  test('in several operations is one finding, whose checks add up', () => {
    const findings = findingsOf(
      causeWith({ operation: 'whois' }, { checks: 2 }),
      causeWith({ operation: 'createUser' }, { checks: 3 }),
    )
    expect(findings).toMatchObject([{ operations: ['createUser', 'whois'], checks: 5 }])
  })

  test('in several situations is one finding, which names them', () => {
    const findings = findingsOf(
      causeWith({ situation: 'an expired token' }),
      causeWith({ situation: 'a deleted token' }),
    )
    expect(findings).toMatchObject([{ situations: ['a deleted token', 'an expired token'] }])
  })

  test('in other situations of another operation is another finding', () => {
    const findings = findingsOf(
      causeWith({ situation: 'email' }),
      causeWith({ situation: 'username' }),
      causeWith({ operation: 'whois', situation: 'email' }),
    )
    expect(findings.map(({ operations, situations }) => ({ operations, situations }))).toEqual([
      { operations: ['createUser'], situations: ['email', 'username'] },
      { operations: ['whois'], situations: ['email'] },
    ])
  })

  test.each([
    ['rule', { rule: 'role-allowed' }],
    ['observation', { observation: 'body' }],
    ['expected value', { expected: '204' }],
    ['actual value', { actual: '202' }],
  ] as const)('has one %s', (_what, parts) => {
    expect(findingsOf(causeWith({}), causeWith({ operation: 'whois', ...parts }))).toHaveLength(2)
  })

  test('in errors of whatever statuses is one finding: all errors have one form', () => {
    const form = { rule: 'error-body', observation: 'body', expected: 'text', actual: 'JSON' } as const
    const findings = findingsOf(
      causeWith({ ...form, situation: '404' }),
      causeWith({ ...form, situation: '403' }),
      causeWith({ ...form, operation: 'whois', situation: '404' }),
    )
    expect(findings).toMatchObject([
      { operations: ['createUser', 'whois'], situations: ['403', '404'], checks: 3 },
    ])
  })

  test('is new in one operation and known in another', () => {
    const findings = findingsOf(
      causeWith({ operation: 'whois' }, { reason: 'Fixed in the next release.' }),
      causeWith({ operation: 'createUser' }),
    )
    expect(findings.map(({ operations, status, reason }) => [operations, status, reason])).toEqual([
      [['createUser'], 'new', undefined],
      [['whois'], 'known', 'Fixed in the next release.'],
    ])
  })

  test('is shown by the shortest request', () => {
    const request = observationWith().request
    const findings = findingsOf(
      causeWith({ situation: 'a', request: { ...request, body: 'a long body' } }),
      causeWith({ situation: 'b', request: { ...request, body: 'short' } }),
    )
    expect(findings[0]?.requestText).toMatch(/short$/)
  })
})

test('the worst come first, then those of more operations, then those of earlier rules', () => {
  const { findings, idOf } = toFindings(
    [
      causeWith({ rule: 'prompt', observation: 'duration' }),
      causeWith({ rule: 'order', observation: 'the list' }),
      causeWith({ rule: 'workflow' }),
      causeWith({ rule: 'valid-call' }),
      causeWith({ rule: 'limit-value' }),
      causeWith({ rule: 'limit-value', operation: 'whois' }),
      causeWith({ rule: 'role-refused', expected: '403' }),
    ],
    secrets,
  )
  expect(findings.map(({ id, rule }) => `${id} ${rule}`)).toEqual([
    'F1 role-refused',
    'F2 order',
    'F3 limit-value',
    'F4 valid-call',
    'F5 workflow',
    'F6 prompt',
  ])
  expect(idOf(differenceWith())).toBe('')
})

test('the order does not depend on that of the causes', () => {
  const causes = [
    causeWith({ operation: 'whois', actual: '404' }),
    causeWith({ actual: '500' }),
    causeWith({}),
  ]
  const namesOf = (found: readonly { operations: readonly string[]; actual: string }[]) =>
    found.map(({ operations, actual }) => `${operations} ${actual}`)
  expect(namesOf(findingsOf(...causes))).toEqual(namesOf(findingsOf(...[...causes].reverse())))
})
