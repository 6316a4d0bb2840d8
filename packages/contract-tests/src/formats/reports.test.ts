import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { cleanReport, faultyReport, violation } from '../../test/report.ts'
import type { Report } from '../findings/report.ts'
import { githubAnnotations, githubSummary } from './github.ts'
import { kindOfFile, reportKinds } from './index.ts'

const { junit, sarif, har, json, html } = reportKinds
const resolve = createRequire(import.meta.url).resolve

/** What a faulty server may response, to the harm of whoever writes it down without care. */
const nasty = 'status 201 <script>alert("1")</script> ]]> \u0000\u001b[31m \ud800 %0A::error::'

const nastyReport: Report = {
  ...faultyReport,
  violations: [{ ...violation, came: nasty, response: `201\n\n${nasty}`, title: `${violation.title} & <b>` }],
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
    expect(suites['@_tests']).toBe('4')
    expect(suites['@_failures']).toBe('2')
    expect(suites.testsuite.map((suite: Record<string, unknown>) => suite['@_name'])).toEqual([
      'createUser',
      'loginWithOauth',
    ])
    const [passed, failed, follower] = suites.testsuite[0].testcase
    expect(passed).toEqual({
      '@_name': 'valid-call: returns 201 text/plain to a valid call',
      '@_classname': 'createUser',
      '@_time': '0.012',
    })
    expect(failed.failure['@_message']).toBe('expected status 403, came status 201')
    expect(failed.failure['#text']).toContain('again     curl')
    expect(follower.failure['@_type']).toBe('role-refused')
    expect(suites.testsuite[1].testcase[0].skipped['@_message']).toContain('names no client')
  })

  test('has no more attributes and elements than the schema of JUnit knows', () => {
    const names = new Set([...junit(faultyReport).matchAll(/<([a-z]+)[ />]/g)].map(([, name]) => name))
    expect([...names].sort()).toEqual(['failure', 'skipped', 'testcase', 'testsuite', 'testsuites'])
  })

  test('can be read whatever a server has answered', () => {
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

  test('has one result for a cause, at its line of the document', () => {
    const { runs } = JSON.parse(sarif(faultyReport))
    expect(runs[0].results).toHaveLength(1)
    expect(runs[0].results[0]).toMatchObject({
      ruleId: 'role-refused',
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'openapi.yaml' }, region: { startLine: 999 } } },
      ],
    })
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
    ['an unanswered call', faultyReport],
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
    expect(page).toContain('<h1 class="bad">The contract is violated</h1>')
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
    const { calls: _calls, ...rest } = faultyReport
    expect(JSON.parse(json(faultyReport))).toEqual(rest)
  })
})

describe('github', () => {
  test('has one annotation for a cause, on one line each', () => {
    const text = githubAnnotations(nastyReport)
    expect(text.trim().split('\n')).toHaveLength(1)
    expect(text).toMatch(/^::error title=contract%3A role-refused::createUser .*%0Acurl -i/)
    expect(text).toContain('%250A::error')
    expect(githubAnnotations(cleanReport)).toBe('')
  })

  test('sums up in a table that no response can break', () => {
    const text = githubSummary(nastyReport)
    expect(text).toContain('### The contract is violated: http://localhost:8000/api')
    expect(text).not.toContain('<script')
    expect(text.split('\n').filter((line) => line.startsWith('| createUser'))).toHaveLength(1)
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
  const report: Report = {
    ...cleanReport,
    outdated: [
      {
        operation: 'createUser',
        rule: 'role-refused',
        reason: 'Fixed in the next release.',
        problem: 'no-longer-occurs',
      },
    ],
  }

  test('is a failed case of JUnit, in a suite of its own', () => {
    const text = junit(report)
    expect(text).toContain('<testsuite name="known deviations" tests="1" failures="1"')
    expect(text).toMatch(/<failure message="no longer occurs\. .*" type="no-longer-occurs">/)
  })

  test('is an error of SARIF', () => {
    const [run] = JSON.parse(sarif(report)).runs
    expect(run.results).toMatchObject([{ ruleId: 'role-refused', level: 'error' }])
    expect(run.tool.driver.rules).toMatchObject([{ id: 'role-refused' }])
  })

  test('is an annotation of GitHub, stands in its summary, and on the page', () => {
    const sentence = 'createUser role-refused no longer occurs. Expected: its entry is taken out'
    expect(githubAnnotations(report)).toContain(`::The known deviation ${sentence}`)
    expect(githubSummary(report)).toContain(sentence)
    expect(html(report)).toContain('role-refused no longer occurs. Expected')
  })
})
