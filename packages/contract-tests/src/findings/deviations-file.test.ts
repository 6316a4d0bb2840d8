import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cleanReport, faultyReport, finding } from '../../test/report.ts'
import { SetupProblem } from '../errors.ts'
import { pruneDeviations, readDeviations, writeDeviations } from './deviations-file.ts'

let file: string

beforeAll(() => {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'contract-deviations-')), 'deviations.yaml')
})

afterAll(() => rmSync(path.dirname(file), { recursive: true }))

const text = `# of the server at home
deviations:
  - id: created
    operations: [createUser, whois]
    rule: valid-call
    observation: status
    expected: "201"
    actual: "200"
    reason: Fixed in the next release. # soon
  - operations: ["*"]
    rule: error-body
    observation: body
    expected: 'one line "Not found: <detail>"'
    actual: JSON
    reason: The gateway says so.
    until: 1.4.0
blocked:
  - operations: [deleteUser]
    blockedBy: created
`

function read(content: string) {
  writeFileSync(file, content)
  return readDeviations(file)
}

describe('readDeviations', () => {
  test('reads what is accepted, and what that blocks', () => {
    const { deviations, blocked } = read(text)
    expect(deviations.map(({ operations, rule, actual }) => [operations, rule, actual])).toEqual([
      [['createUser', 'whois'], 'valid-call', '200'],
      [['*'], 'error-body', 'JSON'],
    ])
    expect(blocked).toEqual([{ operations: ['deleteUser'], blockedBy: 'created' }])
  })

  test.each([
    [
      'an operation',
      ['whois]', 'whoiss]'],
      /deviations\.yaml:4: no operation is called "whoiss"\. Did you mean "whois"\?/,
    ],
    [
      'a rule',
      ['valid-call', 'valid-cal'],
      /deviations\.yaml:5: no rule is called "valid-cal"\. Did you mean "valid-call"\?/,
    ],
    [
      'a deviation',
      ['blockedBy: created', 'blockedBy: create'],
      /deviations\.yaml:19: no deviation is called "create"\. Did you mean "created"\?/,
    ],
    ['a property', ['    reason: The gateway', '    because: The gateway'], /deviations\.yaml:10: .*reason/],
    [
      'a value',
      ['until: 1.4.0', 'until: soon'],
      /deviations\.yaml:16: deviations\.1\.until: .*but found "soon"/,
    ],
  ] as const)('refuses %s that does not exist, with its line', (_what, [right, wrong], message) => {
    expect(text).toContain(right)
    expect(() => read(text.replace(right, wrong))).toThrow(SetupProblem)
    expect(() => read(text.replace(right, wrong))).toThrow(message)
  })
})

describe('writeDeviations', () => {
  test('accepts all that a run has found, and what that blocks', () => {
    writeDeviations(file, faultyReport)
    expect(readDeviations(file)).toEqual({
      coverage: { operations: 1, statuses: 1, checks: 3 },
      deviations: [
        {
          id: 'createUser-role-refused-status',
          operations: ['createUser'],
          rule: 'role-refused',
          observation: 'status',
          situations: ['as a member'],
          expected: '403',
          actual: '201',
          reason: `Found on 2026-11-23: ${finding.title}.`,
        },
      ],
      blocked: [{ operations: ['deleteUser'], blockedBy: 'createUser-role-refused-status' }],
    })
    expect(readFileSync(file, 'utf8')).toMatch(
      /^# What the server at http:\/\/localhost:8000\/api does otherwise/,
    )
  })

  test('keeps the reason of what is known', () => {
    const findings = [{ ...finding, status: 'known', reason: 'The gateway says so.' } as const]
    writeDeviations(file, { ...faultyReport, findings })
    expect(readDeviations(file).deviations[0]?.reason).toBe('The gateway says so.')
  })

  test('is the same in whatever order findings and blocks come', () => {
    const other = { ...finding, id: 'F2', operations: ['whois'], situations: [] }
    const blocked = [
      ...faultyReport.blocked,
      { operation: 'login', checks: 3, blockedBy: 'F1', accepted: false },
    ]
    writeDeviations(file, { ...faultyReport, findings: [finding, other], blocked })
    const written = readFileSync(file, 'utf8')
    const renamed = [
      { ...other, id: 'F1' },
      { ...finding, id: 'F2' },
    ]
    const moved = blocked.map((each) => ({ ...each, blockedBy: 'F2' })).reverse()
    writeDeviations(file, { ...faultyReport, findings: renamed, blocked: moved })
    expect(readFileSync(file, 'utf8')).toBe(written)
  })

  test('gives every entry a name of its own', () => {
    writeDeviations(file, { ...faultyReport, findings: [finding, { ...finding, id: 'F2', actual: '200' }] })
    expect(readDeviations(file).deviations.map(({ id }) => id)).toEqual([
      'createUser-role-refused-status',
      'createUser-role-refused-status-2',
    ])
  })

  test('of a run that found nothing accepts nothing', () => {
    writeDeviations(file, cleanReport)
    expect(readDeviations(file)).toEqual({
      coverage: { operations: 1, statuses: 1, checks: 1 },
      deviations: [],
    })
  })
})

describe('pruneDeviations', () => {
  function prune(
    operations: readonly string[],
    index = 0,
    problem: 'no-longer-occurs' | 'past-until' = 'no-longer-occurs',
  ) {
    const deviation = read(text).deviations[index]
    if (!deviation) throw new Error('There is no such deviation.')
    const count = pruneDeviations(file, [{ deviation, problem, operations }])
    return { count, pruned: readFileSync(file, 'utf8') }
  }

  test('removes an operation for which it no longer occurs, and keeps everything else', () => {
    const { count, pruned } = prune(['whois'])
    expect(count).toBe(1)
    expect(pruned).toContain('# of the server at home')
    expect(pruned).toContain('reason: Fixed in the next release. # soon')
    const [first, second] = readDeviations(file).deviations
    expect(first).toMatchObject({ id: 'created', operations: ['createUser'], actual: '200' })
    expect(second).toMatchObject({ operations: ['*'], rule: 'error-body', until: '1.4.0' })
  })

  test('removes an entry that no longer occurs at all', () => {
    prune(['*'], 1)
    expect(readDeviations(file).deviations.map(({ id }) => id)).toEqual(['created'])
  })

  test('keeps what is only out of date: somebody has to decide', () => {
    const { count } = prune(['*'], 1, 'past-until')
    expect(count).toBe(0)
    expect(readDeviations(file).deviations).toHaveLength(2)
  })
})
