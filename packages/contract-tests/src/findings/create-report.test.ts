import { describe, expect, test } from 'vitest'
import { observationWith } from '../../test/exchange.ts'
import { cleanReport } from '../../test/report.ts'
import type { Rule } from '../document/rule.ts'
import type { Observation } from '../expect/observation.ts'
import { createSecrets } from '../http/secrets.ts'
import { createReport, type ReportOptions } from './create-report.ts'
import type { Deviation } from './deviation.ts'
import type { CheckOutcome, FinishedCheck } from './outcome.ts'

const passed: CheckOutcome = { kind: 'passed' }

function differs(...observations: readonly Partial<Observation>[]): CheckOutcome {
  return { kind: 'differs', observations: observations.map((each) => observationWith(each)) }
}

function blockedBy(parts: Partial<Observation>): CheckOutcome {
  return { kind: 'blocked', by: observationWith({ rule: 'setup', ...parts }) }
}

interface Check {
  readonly operation?: string
  readonly rule?: Rule
  readonly title?: string
  readonly situation?: string
}

function finished(
  outcome: CheckOutcome,
  { operation = 'createUser', rule = 'valid-call', title = 'a check', situation }: Check = {},
): FinishedCheck {
  const check = { rule, title, ...(situation !== undefined && { situation }) }
  return { operation, check, outcome, milliseconds: 1, done: 1, total: 1 }
}

function reportOf(checks: readonly FinishedCheck[], options: Partial<ReportOptions> = {}) {
  const { baseUrl, run, seed, startedAt, milliseconds, left, coverage } = cleanReport
  return createReport(
    checks,
    { baseUrl, run, seed, startedAt, milliseconds, left, coverage },
    { version: '1.4.0', isPartial: false, secrets: createSecrets(), ...options },
  )
}

const deviation: Deviation = {
  id: 'created',
  operations: ['createUser'],
  rule: 'valid-call',
  observation: 'status',
  expected: '201',
  actual: '200',
  reason: 'Fixed in the next release.',
}

const accepting = { deviations: { deviations: [deviation] } }

test('a run in which nothing differs has no finding, and holds', () => {
  expect(reportOf([finished(passed)])).toMatchObject({
    exitStatus: 0,
    version: '1.4.0',
    counts: { passed: 1, failed: 0, known: 0, blocked: 0, notApplicable: 0 },
    findings: [],
    checks: [
      { operation: 'createUser', rule: 'valid-call', title: 'a check', result: 'passed', findings: [] },
    ],
  })
})

describe('what differs', () => {
  test('fails its check, and the run', () => {
    const report = reportOf([finished(differs({})), finished(passed, { operation: 'whois' })])
    expect(report).toMatchObject({
      exitStatus: 1,
      counts: { passed: 1, failed: 1 },
      findings: [{ id: 'F1', status: 'new', rule: 'valid-call', operations: ['createUser'], checks: 1 }],
      checks: [{ result: 'failed', findings: ['F1'] }, { result: 'passed' }],
    })
  })

  test('in one check in several ways is as many findings', () => {
    const report = reportOf([finished(differs({}, { observation: 'header Allow', actual: 'absent' }, {}))])
    expect(report.findings.map(({ observation, checks }) => [observation, checks])).toEqual([
      ['header Allow', 1],
      ['status', 1],
    ])
    expect(report.checks[0]?.findings).toHaveLength(2)
  })

  test('has the rule of its check, and its situation', () => {
    const rule = 'credentials-revoked'
    const report = reportOf([
      finished(differs({ expected: '401' }), { rule, situation: 'an expired token' }),
      finished(differs({ expected: '401' }), { rule, situation: 'a deleted token' }),
    ])
    expect(report.findings).toMatchObject([
      { rule, situations: ['a deleted token', 'an expired token'], checks: 2 },
    ])
  })

  test('under a rule of its own has no situation of the check', () => {
    const body = {
      rule: 'error-body',
      observation: 'body',
      expected: '"Unauthorized"',
      actual: 'JSON',
    } as const
    const report = reportOf([
      finished(differs(body), { rule: 'credentials-missing', situation: 'a' }),
      finished(differs(body), { rule: 'credentials-revoked', situation: 'b' }),
    ])
    expect(report.findings).toMatchObject([{ rule: 'error-body', situations: [], checks: 2 }])
  })

  test('as a consequence is counted with its cause', () => {
    const report = reportOf([
      finished(differs({ actual: '500' })),
      finished(differs({ expected: '403', actual: '500' }), { rule: 'role-refused' }),
    ])
    expect(report.findings).toMatchObject([{ rule: 'valid-call', actual: '500', checks: 2 }])
    expect(report.checks.map(({ findings }) => findings)).toEqual([['F1'], ['F1']])
  })

  test('as another operation does under a rule of its own fails the check, too', () => {
    const status = { observation: 'status', expected: '404', actual: '200' }
    const report = reportOf([
      finished(differs({ ...status, operation: 'whois' }), { operation: 'whois', rule: 'path-unknown' }),
      finished(differs({ ...status, shownBy: 'whois' }), { rule: 'write-stored' }),
    ])
    expect(report).toMatchObject({
      findings: [{ id: 'F1', rule: 'path-unknown', operations: ['whois'], checks: 2 }],
      checks: [{ result: 'failed' }, { operation: 'createUser', result: 'failed', findings: ['F1'] }],
    })
  })

  test('in that no response comes fails a check of that operation', () => {
    const connection = { observation: 'connection', expected: 'a response', actual: 'breaks the body off' }
    const report = reportOf([finished(differs(connection))])
    expect(report.checks).toMatchObject([{ result: 'failed', findings: ['F1'] }])
  })

  test('outside of any check is a finding, too', () => {
    const report = reportOf([finished(passed)], {
      observed: [observationWith({ operation: 'createWorkspace', rule: 'setup', actual: '500' })],
    })
    expect(report).toMatchObject({
      exitStatus: 1,
      findings: [{ rule: 'setup', operations: ['createWorkspace'], checks: 0 }],
    })
  })
})

describe('a check that is blocked', () => {
  test('names the finding that blocks it', () => {
    const report = reportOf([
      finished(blockedBy({ operation: 'createWorkspace', actual: '500' })),
      finished(blockedBy({ operation: 'createWorkspace', actual: '500' }), { title: 'another' }),
    ])
    expect(report).toMatchObject({
      exitStatus: 1,
      counts: { blocked: 2, failed: 0 },
      findings: [{ id: 'F1', rule: 'setup', operations: ['createWorkspace'] }],
      blocked: [{ operation: 'createUser', blockedBy: 'F1', checks: 2, accepted: false }],
      checks: [
        { result: 'blocked', findings: ['F1'] },
        { result: 'blocked', findings: ['F1'] },
      ],
    })
  })

  test('names the cause of what blocks it', () => {
    const report = reportOf([
      finished(differs({ operation: 'createWorkspace', actual: '500' }), { operation: 'createWorkspace' }),
      finished(blockedBy({ operation: 'createWorkspace', actual: '500' })),
    ])
    expect(report.findings).toMatchObject([
      { rule: 'valid-call', operations: ['createWorkspace'], checks: 1 },
    ])
    expect(report.blocked).toMatchObject([{ operation: 'createUser', blockedBy: 'F1' }])
  })

  test('is one that shows only that another operation is broken', () => {
    const broken = finished(differs({ operation: 'whois', observation: 'body', actual: 'no body' }), {
      operation: 'whois',
    })
    const readBack = { shownBy: 'whois', observation: 'the account /email', actual: 'absent' }
    const report = reportOf([broken, finished(differs(readBack), { rule: 'write-stored' })])
    expect(report.checks).toMatchObject([
      { operation: 'whois', result: 'failed', findings: ['F1'] },
      { operation: 'createUser', result: 'blocked', findings: ['F1'] },
    ])
    const both = reportOf([broken, finished(differs(readBack, {}), { rule: 'write-stored' })])
    expect(both.checks[1]).toMatchObject({ operation: 'createUser', result: 'failed' })
    expect(both.checks[1]?.findings).toHaveLength(2)
  })

  test('by its own operation fails', () => {
    const report = reportOf([finished(blockedBy({ operation: 'createUser', actual: '500' }))])
    expect(report).toMatchObject({
      counts: { blocked: 0, failed: 1 },
      findings: [{ id: 'F1', rule: 'setup', operations: ['createUser'], checks: 1 }],
      checks: [{ result: 'failed', findings: ['F1'] }],
    })
  })
})

test('a check that does not apply has its reason, and does not fail the run', () => {
  const outcome: CheckOutcome = { kind: 'not-applicable', reason: 'There is no such client.' }
  expect(reportOf([finished(outcome)])).toMatchObject({
    exitStatus: 0,
    counts: { notApplicable: 1 },
    notApplicable: [
      { operation: 'createUser', rule: 'valid-call', title: 'a check', reason: 'There is no such client.' },
    ],
    checks: [{ result: 'not-applicable', findings: [], reason: 'There is no such client.' }],
  })
})

describe('what a deviation accepts', () => {
  test('is known, and does not fail the run', () => {
    const report = reportOf([finished(differs({}))], accepting)
    expect(report).toMatchObject({
      exitStatus: 0,
      counts: { known: 1, failed: 0 },
      findings: [{ status: 'known', reason: 'Fixed in the next release.' }],
      checks: [{ result: 'known', findings: ['F1'] }],
      stale: [],
    })
  })

  test('does not hide what differs beside it', () => {
    const report = reportOf([finished(differs({}, { observation: 'body', actual: 'JSON' }))], accepting)
    expect(report).toMatchObject({ exitStatus: 1, counts: { known: 0, failed: 1 } })
  })

  test('is new again where the server does something else', () => {
    const report = reportOf([finished(differs({ actual: '202' }))], accepting)
    expect(report).toMatchObject({
      exitStatus: 1,
      findings: [{ status: 'new', actual: '202' }],
      stale: [{ problem: 'no-longer-occurs', operations: ['createUser'] }],
    })
  })

  test('fails the run once it no longer occurs, or the contract is newer', () => {
    expect(reportOf([finished(passed)], accepting)).toMatchObject({
      exitStatus: 1,
      stale: [{ problem: 'no-longer-occurs' }],
    })
    const until = { deviations: { deviations: [{ ...deviation, until: '1.3.0' }] } }
    expect(reportOf([finished(differs({}))], until)).toMatchObject({
      exitStatus: 1,
      findings: [{ status: 'new' }],
      stale: [{ problem: 'past-until' }],
    })
  })

  test('accepts the checks that it blocks only where they are listed', () => {
    const by = { operation: 'createUser', actual: '200' }
    const checks = [finished(differs({})), finished(blockedBy(by), { operation: 'whois' })]
    expect(reportOf(checks, accepting)).toMatchObject({ exitStatus: 1, blocked: [{ accepted: false }] })
    const listed = (operation: string) => ({
      deviations: {
        deviations: [deviation],
        blocked: [{ operations: [operation], blockedBy: 'created' }],
      },
    })
    expect(reportOf(checks, listed('whois'))).toMatchObject({ exitStatus: 0, blocked: [{ accepted: true }] })
    expect(reportOf(checks, listed('*'))).toMatchObject({ exitStatus: 0, blocked: [{ accepted: true }] })
    expect(reportOf(checks, listed('login'))).toMatchObject({ exitStatus: 1, blocked: [{ accepted: false }] })
  })
})

test('a block is not accepted by a deviation that accepts a part of what blocks', () => {
  const deviations = [deviation, { ...deviation, id: 'read', operations: ['whois'] }]
  const checks = [
    finished(differs({})),
    finished(differs({ operation: 'whois' }), { operation: 'whois' }),
    finished(blockedBy({ operation: 'createUser', actual: '200' }), { operation: 'login' }),
  ]
  const blocked = [{ operations: ['login'], blockedBy: 'created' }]
  expect(reportOf(checks, { deviations: { deviations, blocked } })).toMatchObject({
    findings: [{ status: 'known', operations: ['createUser', 'whois'] }],
    blocked: [{ operation: 'login', accepted: false }],
  })
})

test('a run below the coverage that is recorded fails', () => {
  const coverage = { operations: 2, statuses: 1, checks: 1 }
  const report = reportOf([finished(passed)], { deviations: { coverage, deviations: [] } })
  expect(report.exitStatus).toBe(1)
  expect(report.shortfalls).toEqual([
    'Of the operations that the deviations file records, 2, the run reached 1: less was checked than before.',
  ])
})

test('a run that stopped ends with 2, whatever it found', () => {
  const report = createReport(
    [finished(differs({}))],
    { ...cleanReport, stopped: 'The run was interrupted.' },
    { version: '1.4.0', isPartial: false, secrets: createSecrets() },
  )
  expect(report).toMatchObject({ exitStatus: 2, counts: { failed: 1 }, stopped: 'The run was interrupted.' })
})
