import { readFileSync } from 'node:fs'
import { createSandbox } from '@windmill-user-api/sandbox'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { XMLParser } from 'fast-xml-parser'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../src/findings/report.ts'
import { renderReport } from '../src/formats/console.ts'
import { githubSummary } from '../src/formats/github.ts'
import { reportKinds } from '../src/formats/index.ts'
import { chooseStyle } from '../src/formats/style.ts'
import { runContract } from '../src/index.ts'
import { cleanReport, faultyReport, finding, knownFinding } from './report.ts'
import { admin, baseUrl } from './sandbox.ts'
import { different } from './servers/different.ts'

const left: Report['left'] = [
  { kind: 'account', name: 'contract-nightly7-1-user@example.com', why: 'it is still listed' },
  { kind: 'workspace', name: 'contract-nightly7-2', why: 'deleteWorkspace responded with status 405' },
]
const cleanUpCommand = 'windmill-user-contract --cleanup nightly7 --base-url http://localhost:8000/api'

/** All five results of a check, a finding of each status, and something left. */
const fullReport: Report = {
  ...faultyReport,
  counts: { ...faultyReport.counts, known: 1 },
  findings: [finding, { ...knownFinding, id: 'F2', place: undefined, responseText: undefined }],
  checks: [
    ...faultyReport.checks,
    {
      operation: 'createUser',
      rule: 'role-refused',
      title: 'returns 403 for an outsider',
      result: 'known',
      milliseconds: 1,
      findings: ['F2'],
    },
  ],
  left,
  cleanUpCommand,
  stopped: 'The run was stopped.',
}

/** Of a server that conforms, and of one that differs. */
const real: { sandbox?: Report; different?: Report } = {}

beforeAll(async () => {
  const sandbox = await createSandbox()
  const filter = ['getCurrentEmail']
  real.sandbox = await runContract({ baseUrl, admin, filter, fetch: (request) => sandbox.fetch(request) })
  await sandbox.close()
  const { close, ...server } = await different.start()
  real.different = await runContract({
    ...server,
    filter: ['globalWhoami', 'listTokens'],
    manifest: false,
  })
  await close()
})

const reports: [string, () => Report | undefined][] = [
  ['a run on the sandbox', () => real.sandbox],
  ['a run on a server that differs', () => real.different],
  ['a report with everything', () => fullReport],
  ['a report with nothing', () => cleanReport],
]

function get(read: () => Report | undefined): Report {
  const report = read()
  if (!report) throw new Error('There is no report.')
  return report
}

function json(report: Report) {
  return JSON.parse(reportKinds.json(report))
}

describe('the JSON report', () => {
  const schema: object = JSON.parse(
    readFileSync(new URL('../schemas/report.schema.json', import.meta.url), 'utf8'),
  )
  const ajv = new Ajv2020({ allErrors: true, strict: true })
  formats.default(ajv)
  const validate = ajv.compile(schema)

  test.each(reports)('of %s satisfies its published schema', (_name, read) => {
    validate(json(get(read)))
    expect(validate.errors).toBeNull()
  })

  test('breaks the schema where a key is missing, unknown or of another type', () => {
    const { left: _left, ...rest } = json(fullReport)
    for (const broken of [rest, { ...rest, left: [], calls: [] }, { ...rest, left: [{ kind: 'token' }] }])
      expect(validate(broken)).toBe(false)
  })

  test('names its schema, and gives a place as file and line', () => {
    const report = json(get(() => real.different))
    expect(report.$schema).toBe('@windmill-user-api/contract-tests/report.schema.json')
    expect(report.findings.length).toBeGreaterThan(0)
    for (const { place, pointer, line } of report.findings) {
      expect(place).toMatch(/^(?:paths|components)\/.*\.yaml:\d+$/)
      expect(pointer).toMatch(/^\/(?:paths|components)\//)
      expect(line).toBeGreaterThan(1)
    }
  })
})

describe('the formats agree', () => {
  test.each(reports)('on the counts of %s', (_name, read) => {
    const report = get(read)
    const { counts, findings, coverage, exitStatus } = report
    const [own, run] = junitCases(report)
    expect(own.filter(({ failure }) => failure !== undefined)).toHaveLength(counts.failed)
    expect(own.filter(({ skipped }) => skipped !== undefined)).toHaveLength(
      counts.known + counts.blocked + counts.notApplicable,
    )
    const fails = [...own, ...run].some(({ failure }) => failure !== undefined)
    expect(fails).toBe(exitStatus !== 0)

    const [log] = JSON.parse(reportKinds.sarif(report)).runs
    expect(log.results).toHaveLength(findings.length + report.stale.length)
    expect(log.properties).toEqual({ counts, exitStatus })

    const lastLine = renderReport(report, { style }).trimEnd().split('\n').at(-1) ?? ''
    const fresh = findings.filter(({ status }) => status === 'new')
    expect(lastLine.replaceAll(',', '')).toMatch(
      new RegExp(
        `^${findings.length} findings? ${fresh.length} new; ${counts.passed} checks passed` +
          (counts.blocked > 0 ? ` ${counts.blocked} blocked` : '') +
          (counts.notApplicable > 0 ? ` ${counts.notApplicable} not applicable` : ''),
      ),
    )
    const covered = `${coverage.exercised} of ${coverage.documented} documented statuses`
    for (const text of [renderReport(report, { style }), githubSummary(report), reportKinds.html(report)])
      expect(text).toContain(covered)
    expect(json(report)).toMatchObject({ counts, coverage, exitStatus })
  })

  test('on what is left on the server, and on the command that removes it', () => {
    const texts = [
      renderReport(fullReport, { style }),
      githubSummary(fullReport).replaceAll('&#64;', '@'),
      ...(['junit', 'sarif', 'json', 'html'] as const).map((kind) => reportKinds[kind](fullReport)),
    ]
    for (const text of texts) {
      for (const { name, why } of left) {
        expect(text).toContain(name)
        expect(text).toContain(why)
      }
      expect(text).toContain('--cleanup nightly7')
    }
    const [, run] = junitCases(fullReport)
    expect(run.filter(({ skipped }) => skipped !== undefined)).toHaveLength(left.length)
  })
})

test('JUnit tells each finding in full once, however many checks show it and whichever is told first', () => {
  const second = { ...finding, id: 'F2', request: "curl -i 'http://localhost:8000/second'" }
  const both = fullReport.checks.map((check) =>
    check.result === 'failed' ? { ...check, findings: ['F1', 'F2'] } : check,
  )
  const text = reportKinds.junit({ ...fullReport, findings: [finding, second], checks: both })
  for (const { request } of [finding, second]) expect(text.split(request)).toHaveLength(2)
})

const style = chooseStyle(false, undefined)

interface Case {
  readonly failure?: unknown
  readonly skipped?: unknown
}

/** The cases of the checks, and those of the run as a whole. */
function junitCases(report: Report): [Case[], Case[]] {
  const isArray = (name: string) => /^test(suite|case)$/.test(name)
  const { testsuites } = new XMLParser({ ignoreAttributes: false, isArray }).parse(reportKinds.junit(report))
  const of = (isRun: boolean): Case[] =>
    testsuites.testsuite
      .filter((suite: Record<string, unknown>) => (suite['@_name'] === 'the run') === isRun)
      .flatMap(({ testcase }: { testcase: Case[] }) => testcase)
  return [of(false), of(true)]
}
