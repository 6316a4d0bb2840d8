import { describeStale, nameOf } from '../findings/deviation.ts'
import type { Finding } from '../findings/finding.ts'
import type { CheckResult, Report } from '../findings/report.ts'
import { describeThing } from '../fixtures/thing.ts'
import { operationsOf, renderFinding } from './console.ts'
import { chooseStyle } from './style.ts'
import { writeXml, type XmlElement } from './xml.ts'

/** JUnit XML, as CI servers read it: one suite per operation, one case per check. What is known or blocked is skipped. */
export function junitReport(report: Report): string {
  const operations = [...new Set(report.checks.map(({ operation }) => operation))]
  const tell = createTeller()
  const suites = [
    ...operations.map((operation) => operationSuite(operation, report, tell)),
    ...runSuite(report),
  ]
  const sum = (name: string) =>
    suites.reduce((total, { attributes }) => total + Number(attributes[name] ?? 0), 0)
  return writeXml({
    name: 'testsuites',
    attributes: {
      name: `contract of ${report.baseUrl}`,
      tests: sum('tests'),
      failures: sum('failures'),
      errors: 0,
      time: seconds(report.milliseconds),
    },
    content: suites,
  })
}

function operationSuite(operation: string, report: Report, tell: Teller): XmlElement {
  const checks = report.checks.filter((check) => check.operation === operation)
  const milliseconds = checks.reduce((total, check) => total + check.milliseconds, 0)
  return suite(operation, {
    milliseconds,
    report,
    cases: checks.map((check) => testCase(check, report, tell)),
  })
}

interface SuiteParts {
  readonly report: Report
  readonly milliseconds: number
  readonly cases: readonly XmlElement[]
}

function suite(name: string, { report, milliseconds, cases }: SuiteParts): XmlElement {
  const countOf = (outcome: string) =>
    cases.filter(({ content = [] }) => typeof content !== 'string' && content[0]?.name === outcome).length
  return {
    name: 'testsuite',
    attributes: {
      name,
      tests: cases.length,
      failures: countOf('failure'),
      errors: 0,
      skipped: countOf('skipped'),
      timestamp: report.startedAt.replace(/\.\d+Z$/, ''),
      time: seconds(milliseconds),
    },
    content: cases,
  }
}

/** What no check shows: stale deviations, less coverage than before and blocks that nobody accepted fail; what is left is skipped. */
function runSuite(report: Report): readonly XmlElement[] {
  const cases = [
    ...failuresOfRun(report).map(({ name, type, text }) => ({
      name: 'testcase',
      attributes: { name, classname: 'the run' },
      content: [{ name: 'failure', attributes: { message: text, type } }],
    })),
    ...report.left.map((thing) => ({
      name: 'testcase',
      attributes: { name: `left on the server: ${describeThing(thing)}`, classname: 'the run' },
      content: [skipped(`${thing.why}; remove it with: ${report.cleanUpCommand ?? ''}`)],
    })),
  ]
  return cases.length === 0 ? [] : [suite('the run', { report, milliseconds: 0, cases })]
}

function failuresOfRun({ stale, shortfalls, blocked }: Report) {
  return [
    ...stale.map((each) => ({ name: nameOf(each.deviation), type: each.problem, text: describeStale(each) })),
    ...shortfalls.map((text) => ({ name: 'coverage', type: 'coverage', text })),
    ...blocked
      .filter(({ accepted }) => !accepted)
      .map(({ operation, checks, blockedBy }) => ({
        name: `${operation} blocked by ${blockedBy}`,
        type: 'blocked',
        text: `${checks} checks of ${operation} are blocked by ${blockedBy}.`,
      })),
  ]
}

function testCase(check: CheckResult, report: Report, tell: Teller): XmlElement {
  const { operation, rule, title, milliseconds } = check
  return {
    name: 'testcase',
    attributes: { name: `${rule}: ${title}`, classname: operation, time: seconds(milliseconds) },
    content: outcomeOf(check, report, tell),
  }
}

function outcomeOf(check: CheckResult, report: Report, tell: Teller): readonly XmlElement[] {
  const [id] = check.findings
  const found = report.findings.filter((finding) => check.findings.includes(finding.id))
  if (check.result === 'failed') return [failure(found, tell)]
  if (check.result === 'known') return [skipped(`known: ${found[0]?.reason ?? ''}`)]
  if (check.result === 'blocked') return [skipped(`blocked by ${id}: ${found[0]?.title ?? ''}`)]
  return check.result === 'not-applicable' ? [skipped(check.reason ?? '')] : []
}

function skipped(message: string): XmlElement {
  return { name: 'skipped', attributes: { message } }
}

function failure(findings: readonly Finding[], tell: Teller): XmlElement {
  const fresh = findings.filter(({ status }) => status === 'new')
  const message = fresh
    .map((finding) => `${finding.id}: ${operationsOf(finding)} ${finding.title}`)
    .join('; ')
  return {
    name: 'failure',
    attributes: { message, type: fresh[0]?.rule ?? 'failed' },
    content: tell(fresh),
  }
}

type Teller = (findings: readonly Finding[]) => string

/**
 * Tells each finding in full once, in the first case that shows it: hundreds of cases may have one cause. The others name it
 * in their message.
 */
function createTeller(): Teller {
  const told = new Set<string>()
  return (findings) =>
    findings
      .filter(({ id }) => !told.has(id) && told.add(id))
      .map((finding) => renderFinding(finding, { style: chooseStyle(false, undefined) }).slice(0, 2000))
      .join('\n\n')
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}
