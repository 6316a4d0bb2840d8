import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { cleanReport, faultyReport, finding, knownFinding } from '../../test/report.ts'
import type { Report } from '../findings/report.ts'
import { githubAnnotations, githubSummary } from './github.ts'
import { kindOfFile, reportKinds } from './index.ts'

const { junit, sarif, har, json, html } = reportKinds
const resolve = createRequire(import.meta.url).resolve

/** What a faulty server may send, to the harm of whoever writes it down without care. */
const nasty = 'status 201 <script>alert("1")</script> ]]> \u0000\u001b[31m \ud800 %0A::error::'

const nastyReport: Report = {
  ...faultyReport,
  stale: [],
  findings: [
    { ...finding, actual: nasty, responseText: `201\n\n${nasty}`, title: `${finding.title} & <b> ${nasty}` },
  ],
}

describe('junit', () => {
  function parse(report: Report) {
    const text = junit(report)
    expect(XMLValidator.validate(text)).toBe(true)
    const parser = new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => /^test(suite|case)$/.test(name),
    })
    return parser.parse(text).testsuites
  }

  test('has a suite for each operation and a case for each check', () => {
    const suites = parse(faultyReport)
    expect(suites['@_tests']).toBe('7')
    expect(suites['@_failures']).toBe('4')
    expect(suites.testsuite.map((suite: Record<string, unknown>) => suite['@_name'])).toEqual([
      'createUser',
      'deleteUser',
      'loginWithOauth',
      'the run',
    ])
    const [passed, failed, again] = suites.testsuite[0].testcase
    expect(passed).toEqual({
      '@_name': 'valid-call: returns 201 text/plain to a valid call',
      '@_classname': 'createUser',
      '@_time': '0.012',
    })
    expect(failed.failure['@_message']).toBe(`F1: createUser ${finding.title}`)
    expect(failed.failure['#text']).toContain('request    curl')
    expect(again.failure['@_type']).toBe('role-refused')
  })

  test('skips what is blocked, what does not apply and what is known, each with its reason', () => {
    const checks = faultyReport.checks.map((check) =>
      check.result === 'failed' ? { ...check, result: 'known' as const } : check,
    )
    const { testsuite } = parse({ ...faultyReport, findings: [knownFinding], checks })
    expect(testsuite[0]['@_failures']).toBe('0')
    expect(testsuite[0]['@_skipped']).toBe('2')
    expect(testsuite[0].testcase[1].skipped['@_message']).toBe('known: Fixed in the next release.')
    expect(testsuite[1].testcase[0].skipped['@_message']).toBe(`blocked by F1: ${finding.title}`)
    expect(testsuite[2].testcase[0].skipped['@_message']).toBe('listOauthLogins names no client "sandbox".')
  })

  test('fails what fails the run without a check, in a suite of its own', () => {
    const shortfalls = ['The run reached 3 operations.']
    const suite = parse({ ...faultyReport, shortfalls }).testsuite.at(-1)
    expect(suite.testcase).toMatchObject([
      { '@_name': 'whoami-cache', failure: { '@_type': 'no-longer-occurs' } },
      { '@_name': 'coverage', failure: { '@_message': 'The run reached 3 operations.' } },
      {
        '@_name': 'deleteUser blocked by F1',
        failure: { '@_message': '1 checks of deleteUser are blocked by F1.' },
      },
    ])
    const blocked = faultyReport.blocked.map((each) => ({ ...each, accepted: true }))
    const names = parse({ ...faultyReport, stale: [], blocked }).testsuite.map(
      (each: Record<string, unknown>) => each['@_name'],
    )
    expect(names).not.toContain('the run')
  })

  test('has no more attributes and elements than the schema of JUnit knows', () => {
    const names = new Set([...junit(faultyReport).matchAll(/<([a-z]+)[ />]/g)].map(([, name]) => name))
    expect([...names].sort()).toEqual(['failure', 'skipped', 'testcase', 'testsuite', 'testsuites'])
  })

  test('can be read whatever a server has sent', () => {
    const text = parse(nastyReport).testsuite[0].testcase
    expect(text).toHaveLength(3)
  })
})

describe('sarif', () => {
  // Written for draft 4, of whose differences to draft 7 it uses none but `id`.
  const draft4 = readJson(resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))
  const schema = Object.fromEntries(
    Object.entries(draft4).filter(([keyword]) => keyword !== 'id' && keyword !== '$schema'),
  )
  const ajv = new Ajv({ strict: false, unicodeRegExp: false })
  formats.default(ajv)
  const validate = ajv.compile(schema)

  test.each([
    ['a clean', cleanReport],
    ['a faulty', faultyReport],
    ['a nasty', nastyReport],
  ])('satisfies the official schema with %s report', (_what, report) => {
    validate(JSON.parse(sarif(report)))
    expect(validate.errors).toBeNull()
  })

  test('has one result for a finding, at its line of the document', () => {
    const { results } = JSON.parse(sarif({ ...faultyReport, stale: [] })).runs[0]
    expect(results).toHaveLength(1)
    expect(results[0]).toMatchObject({
      ruleId: 'role-refused',
      level: 'error',
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'openapi.yaml' }, region: { startLine: 999 } },
          logicalLocations: [{ name: 'createUser', fullyQualifiedName: finding.place?.pointer }],
        },
      ],
    })
    expect(results[0]).not.toHaveProperty('suppressions')
  })

  test('suppresses what is known, with its reason', () => {
    const [run] = JSON.parse(sarif({ ...faultyReport, findings: [knownFinding] })).runs
    expect(run.results[0].suppressions).toEqual([
      { kind: 'external', justification: 'Fixed in the next release.' },
    ])
  })

  test('warns of wording alone', () => {
    const [run] = JSON.parse(sarif({ ...faultyReport, findings: [{ ...finding, severity: 'wording' }] })).runs
    expect(run.results[0].level).toBe('warning')
  })

  test('says that the run did not end, where it stopped', () => {
    const [run] = JSON.parse(sarif({ ...faultyReport, stopped: 'The run was interrupted.' })).runs
    expect(run.invocations).toMatchObject([{ executionSuccessful: false }])
  })
})

describe('har', () => {
  const folder = resolve('har-schema').replace(/index\.js$/, '')
  const schemas: Record<string, object> = createRequire(import.meta.url)(folder)
  const ajv = new Ajv({ strict: false })
  formats.default(ajv)
  ajv.addMetaSchema(readJson(resolve('ajv/lib/refs/json-schema-draft-06.json')))
  for (const schema of Object.values(schemas)) ajv.addSchema(schema)
  const validate = ajv.getSchema('har.json#')

  test.each([
    ['no calls', cleanReport],
    ['a call to which no response came', faultyReport],
  ])('satisfies the schema of HAR with %s', (_what, report) => {
    expect(validate?.(JSON.parse(har(report)))).toBe(true)
  })

  test('holds each call with its operation, role, query and response', () => {
    const { entries } = JSON.parse(har(faultyReport)).log
    expect(entries[0]).toMatchObject({
      comment: 'createUser as member',
      time: 4.25,
      request: {
        method: 'POST',
        queryString: [{ name: 'dry', value: '1' }],
        postData: { mimeType: 'application/json' },
      },
      response: { status: 201, content: { text: 'user katherine added' } },
    })
    expect(entries[1].response).toMatchObject({ status: 0, statusText: 'no response' })
  })
})

describe('html', () => {
  test('says what differs, with the call that shows it', () => {
    const page = html(faultyReport)
    expect(page).toContain('<h1 class="bad">The contract does not hold</h1>')
    expect(page).toContain('openapi.yaml:999')
    expect(page).toContain('<pre>curl -i')
    expect(html(cleanReport)).toContain('<h1 class="good">The contract holds</h1>')
  })

  test('loads nothing and runs nothing', () => {
    const page = html(nastyReport)
    expect(page).not.toMatch(/<script|<img|<link|src=|@import|url\(/)
    expect(page).toContain("default-src 'none'")
    expect(page).toContain('&lt;script&gt;')
  })
})

describe('json', () => {
  test('is the report without the calls, which belong in a HAR', () => {
    const { calls: _calls, notApplicable: _notApplicable, findings: _findings, ...rest } = faultyReport
    expect(JSON.parse(json(faultyReport))).toMatchObject(JSON.parse(JSON.stringify(rest)))
    expect(JSON.parse(json(faultyReport))).not.toHaveProperty('calls')
  })

  test('counts what does not apply by operation and reason', () => {
    const [check] = faultyReport.notApplicable
    const report = { ...faultyReport, notApplicable: check ? [check, { ...check, title: 'again' }] : [] }
    expect(JSON.parse(json(report)).notApplicable).toEqual([
      {
        operation: 'loginWithOauth',
        reason: 'listOauthLogins names no client "sandbox".',
        checks: 2,
      },
    ])
  })
})

describe('github', () => {
  test('has one annotation for a new finding, on one line each', () => {
    const text = githubAnnotations(nastyReport)
    expect(text.trim().split('\n')).toHaveLength(1)
    expect(text).toMatch(/^::error title=contract%3A role-refused::createUser .*%0Acurl -i/)
    expect(text).toContain('%250A::error')
    expect(githubAnnotations(cleanReport)).toBe('')
    expect(githubAnnotations({ ...cleanReport, findings: [knownFinding] })).toBe('')
  })

  test('sums up in a table that no response can break', () => {
    const text = githubSummary(nastyReport)
    expect(text).toContain('### The contract does not hold: http://localhost:8000/api')
    expect(text).not.toContain('<script')
    expect(text.split('\n').filter((line) => line.startsWith('| F1 | security | createUser |'))).toHaveLength(
      1,
    )
    expect(githubSummary(cleanReport)).toContain('1 of 2 documented statuses exercised')
  })
})

test.each([
  ['contract.xml', 'junit'],
  ['out/contract.sarif', 'sarif'],
  ['contract.sarif.json', 'sarif'],
  ['contract.json', 'json'],
  ['contract.har', 'har'],
  ['contract.html', 'html'],
  ['contract.txt', undefined],
])('%s is of kind %s', (file, kind) => {
  expect(kindOfFile(file)).toBe(kind)
})

function readJson(file: string): object {
  return JSON.parse(readFileSync(file, 'utf8'))
}

describe('a deviation that may not stay listed', () => {
  const report: Report = { ...cleanReport, exitStatus: 1, stale: faultyReport.stale }
  const sentence = 'whoami-cache no longer occurs (whoami). Remove it: --prune-deviations does.'

  test('is a failed case of JUnit, in a suite of its own', () => {
    const text = junit(report)
    expect(text).toContain('<testsuite name="the run" tests="1" failures="1"')
    expect(text).toMatch(/<failure message="no longer occurs \(whoami\)\. .*" type="no-longer-occurs"\/>/)
  })

  test('is an error of SARIF', () => {
    const [run] = JSON.parse(sarif(report)).runs
    expect(run.results).toMatchObject([
      {
        ruleId: 'valid-call',
        level: 'error',
        message: { text: `The deviation ${sentence}` },
        locations: [{ logicalLocations: [{ name: 'whoami' }] }],
      },
    ])
    expect(run.tool.driver.rules).toMatchObject([{ id: 'valid-call' }])
  })

  test('is an annotation of GitHub, stands in its summary, and on the page', () => {
    expect(githubAnnotations(report)).toBe(`::error title=contract%3A stale deviation::${sentence}\n`)
    expect(githubSummary(report)).toContain(
      'The deviation whoami-cache no longer occurs &#40;whoami&#41;. Remove it: --prune-deviations does.',
    )
    expect(html(report)).toContain(`<li class="bad">${sentence}</li>`)
  })
})
