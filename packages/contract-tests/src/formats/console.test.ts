import { describe, expect, test } from 'vitest'
import { cleanReport, faultyReport, finding, knownFinding } from '../../test/report.ts'
import type { Report } from '../findings/report.ts'
import { operationsOf, renderFinding, renderReport } from './console.ts'
import { chooseStyle } from './style.ts'

const plain = chooseStyle(false, undefined)
const clean: Report = { ...cleanReport, coverage: { operations: [], documented: 0, exercised: 0 } }

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length
}

test('says in one line that the contract holds', () => {
  expect(renderReport(clean, { style: plain })).toBe(
    '0 findings, 0 new; 612 checks passed in 8.1 s, seed 42\n',
  )
})

test('sums up in the last line how many checks ended in which way', () => {
  const counts = { passed: 1_644, failed: 5, known: 0, blocked: 1_160, notApplicable: 64 }
  const text = renderReport({ ...clean, counts, findings: [finding, knownFinding] }, { style: plain })
  expect(text.split('\n').at(-2)).toBe(
    '2 findings, 1 new; 1,644 checks passed, 1,160 blocked, 64 not applicable in 8.1 s, seed 42',
  )
})

describe('the summary', () => {
  test('has a line for each finding, and counts them by severity', () => {
    const wording = { ...knownFinding, id: 'F2', severity: 'wording', title: 'returns another text' } as const
    const text = renderReport({ ...clean, findings: [finding, wording] }, { style: plain })
    expect(text.split('\n').slice(0, 3)).toEqual([
      '2 findings at http://localhost:8000/api: 1 security, 1 wording',
      '  F1   security createUser accepts a caller without the role (201, not 403): as a member',
      '  F2   wording  createUser returns another text (known)',
    ])
  })

  test('fits a screen, and counts the others', () => {
    const findings = Array.from({ length: 23 }, (_, index) => ({ ...finding, id: `F${index + 1}` }))
    const [summary = ''] = renderReport({ ...clean, findings }, { style: plain }).split('\n\n')
    expect(summary.split('\n')).toHaveLength(22)
    expect(summary).toMatch(/\n {2}and 3 more$/)
  })
})

describe('a finding', () => {
  test('is shown like a bug report', () => {
    expect(renderFinding(finding, { style: plain })).toBe(`✗ F1 security: createUser ${finding.title}
  rule       role-refused: Callers without the role are refused.
  document   openapi.yaml:999 (paths/w_{workspace}_users_add.yaml:42)
  expected   status: 403, actual: 201
  shown by   2 checks
  request    curl -i 'http://localhost:8000/api/w/demo/users/add'`)
  })

  test('has its meaning, its request and its response where everything is asked for', () => {
    const text = renderFinding({ ...finding, checks: 1 }, { style: plain, verbose: true })
    expect(text).toContain('\n  meaning    Callers without permission are let in.\n')
    expect(text).toContain('\n  shown by   1 check\n')
    expect(text).toMatch(
      /\n {2}sent {7}POST .*\n {13}authorization: Bearer \[secret\]\n\n {13}\{"email":"katherine@example.com"\}\n/,
    )
    expect(text).toMatch(
      /\n {2}received {3}201\n {13}content-type: text\/plain\n\n {13}user katherine added$/,
    )
    const silent = renderFinding({ ...finding, responseText: undefined }, { style: plain, verbose: true })
    expect(silent).toMatch(/\n {2}received {3}nothing$/)
  })

  test('says how many operations it is about, and names all of them below', () => {
    const operations = ['whoami', 'whois', 'listUsers', 'login']
    expect(operationsOf({ operations: operations.slice(1) })).toBe('whois, listUsers, login')
    const text = renderFinding({ ...finding, operations }, { style: plain })
    expect(text).toContain('security: 4 operations accepts a caller')
    expect(text).toContain('\n  operations whoami, whois, listUsers, login\n')
  })

  test('says why it is known, and is left out unless everything is asked for', () => {
    const report = { ...clean, findings: [knownFinding] }
    const known = '  known      Fixed in the next release.'
    expect(renderReport(report, { style: plain })).not.toContain(known)
    expect(renderReport(report, { style: plain, verbose: true })).toContain(known)
  })

  test('has a line at least, where there are too many to show each of them in full', () => {
    const findings = Array.from({ length: 27 }, (_, index) => ({ ...finding, id: `F${index + 1}` }))
    const full = (text: string) => text.match(/✗ F\d+ security.*\n {2}rule/g)?.length
    const named = (text: string) => text.match(/✗ F\d+ security/g)?.length
    const text = renderReport({ ...clean, findings }, { style: plain })
    expect(full(text)).toBe(24)
    expect(named(text)).toBe(27)
    expect(text).toContain('\n--verbose shows these in full, and so does every report.\n')
    expect(full(renderReport({ ...clean, findings }, { style: plain, verbose: true }))).toBe(27)
  })

  test('is counted if even a line for each would be too long', () => {
    const findings = Array.from({ length: 300 }, (_, index) => ({ ...finding, id: `F${index + 1}` }))
    const text = renderReport({ ...clean, findings }, { style: plain })
    expect(linesOf(text)).toBeLessThanOrEqual(200)
    expect(text).toContain('\n… and 127 more. --verbose shows these in full')
  })
})

test.each([1, 8, 25, 30, 60, 170, 1000])(
  'a report with all lists and %i findings has 200 lines at most',
  (count) => {
    const many = <T>(make: (index: number) => T) => Array.from({ length: 100 }, (_, index) => make(index))
    const text = renderReport(
      {
        ...clean,
        findings: Array.from({ length: count }, (_, index) => ({ ...finding, id: `F${index + 1}` })),
        blocked: many((index) => ({ operation: `o${index}`, checks: 1, blockedBy: 'F1', accepted: false })),
        notApplicable: many((index) => ({
          operation: 'whois',
          rule: 'paging' as const,
          title: 'pages',
          reason: `${index}`,
        })),
        stale: many(() => faultyReport.stale).flat(),
        left: many((index) => ({ kind: 'account' as const, name: `a${index}`, why: 'It can log in.' })),
        shortfalls: ['Too few operations.', 'Too few statuses.', 'Too few checks.'],
        stopped: 'The server stopped responding after 429 checks.',
      },
      { style: plain },
    )
    expect(linesOf(text)).toBeLessThanOrEqual(200)
    expect(text).toMatch(/\n {2}and 90 more\n/)
  },
)

test('says what is blocked, by which finding, and whether that is accepted', () => {
  const blocked = [
    { operation: 'deleteUser', checks: 12, blockedBy: 'F1', accepted: false },
    { operation: 'whois', checks: 1, blockedBy: 'F2', accepted: true },
  ]
  expect(renderReport({ ...clean, blocked }, { style: plain })).toContain(
    '– blocked\n  deleteUser: 12 checks blocked by F1\n  whois: 1 check blocked by F2, accepted\n',
  )
})

test('shows ten operations that are blocked, and counts the others', () => {
  const blocked = Array.from({ length: 12 }, (_, index) => ({
    operation: `operation${index}`,
    checks: 2,
    blockedBy: 'F1',
    accepted: false,
  }))
  const text = renderReport({ ...clean, blocked }, { style: plain })
  expect(text).toContain('  operation9: 2 checks blocked by F1\n  and 2 more\n')
  expect(text).not.toContain('operation10')
})

test('groups what does not apply by its reason', () => {
  const check = { operation: 'loginWithOauth', rule: 'valid-call', title: 'returns 200' } as const
  const notApplicable = [
    { ...check, reason: 'no client' },
    { ...check, rule: 'body-unknown-member', reason: 'no client' } as const,
    { ...check, operation: 'whois', reason: 'not implemented' },
  ]
  expect(renderReport({ ...clean, notApplicable }, { style: plain })).toContain(
    '– not applicable\n  2 checks of loginWithOauth: no client\n  1 check of whois: not implemented\n',
  )
})

test('names what is left on the server, and how to remove it', () => {
  const left = [
    { kind: 'account', name: 'contract-1@example.com', why: 'deleteGlobalUser is missing' },
  ] as const
  const cleanUpCommand = 'windmill-user-contract --cleanup nightly7'
  expect(renderReport({ ...clean, left, cleanUpCommand }, { style: plain })).toContain(
    '! left on the server: 1\n  account contract-1@example.com: deleteGlobalUser is missing\n  Remove them with: windmill-user-contract --cleanup nightly7\n',
  )
})

test('names deviations that may not stay, and where less was checked than before', () => {
  const shortfalls = ['The run reached 3 operations, and the deviations file records 4.']
  const text = renderReport({ ...clean, stale: faultyReport.stale, shortfalls }, { style: plain })
  expect(text).toContain(
    '✗ the deviation whoami-cache no longer occurs (whoami). Remove it: --prune-deviations does.\n',
  )
  expect(text).toContain('✗ The run reached 3 operations, and the deviations file records 4.\n')
})

test('says why the run ended early', () => {
  const stopped = 'The run was interrupted.'
  expect(renderReport({ ...clean, exitStatus: 2, stopped }, { style: plain })).toContain(
    '! The run was interrupted.\n',
  )
})

test('colours on a terminal alone, and not against the wish of its user', () => {
  const controlSequence = '\u001B['
  expect(renderReport(clean, { style: chooseStyle(true, undefined) })).toContain(controlSequence)
  expect(renderReport(clean, { style: chooseStyle(true, '1') })).not.toContain(controlSequence)
  expect(renderReport(clean, { style: chooseStyle(false, undefined) })).not.toContain(controlSequence)
})

test('colours the last line by whether the run holds', () => {
  const style = { ...plain, good: (text: string) => `good(${text})`, bad: (text: string) => `bad(${text})` }
  expect(renderReport(clean, { style })).toMatch(/^good\(0 findings, 0 new; 612 checks passed\) in/)
  expect(renderReport({ ...clean, exitStatus: 1 }, { style })).toMatch(/^bad\(0 findings/)
})
