import { describeStale, nameOf } from '../findings/deviation.ts'
import type { Finding } from '../findings/finding.ts'
import type { CheckResult, Report } from '../findings/report.ts'
import { operationsOf, renderFinding } from './console.ts'
import { chooseStyle } from './style.ts'
import { writeXml, type XmlElement } from './xml.ts'

/** JUnit XML, as CI servers read it: one suite per operation, one case per check. What is known or blocked is skipped. */
export function junitReport(report: Report): string {
  const operations = [...new Set(report.checks.map(({ operation }) => operation))]
  const suites = [...operations.map((operation) => operationSuite(operation, report)), ...runSuite(report)]
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

function operationSuite(operation: string, report: Report): XmlElement {
  const checks = report.checks.filter((check) => check.operation === operation)
  const milliseconds = checks.reduce((total, check) => total + check.milliseconds, 0)
  return suite(operation, { milliseconds, report, cases: checks.map((check) => testCase(check, report)) })
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

/** What fails the run without a check that failed: stale deviations, less coverage than before, blocks that nobody accepted. */
function runSuite(report: Report): readonly XmlElement[] {
  const failures = [
    ...report.stale.map((each) => ({
      name: nameOf(each.deviation),
      type: each.problem,
      text: describeStale(each),
    })),
    ...report.shortfalls.map((text) => ({ name: 'coverage', type: 'coverage', text })),
    ...report.blocked
      .filter(({ accepted }) => !accepted)
      .map(({ operation, checks, blockedBy }) => ({
        name: `${operation} blocked by ${blockedBy}`,
        type: 'blocked',
        text: `${checks} checks of ${operation} are blocked by ${blockedBy}.`,
      })),
  ]
  if (failures.length === 0) return []
  const cases = failures.map(({ name, type, text }) => ({
    name: 'testcase',
    attributes: { name, classname: 'the run' },
    content: [{ name: 'failure', attributes: { message: text, type } }],
  }))
  return [suite('the run', { report, milliseconds: 0, cases })]
}

function testCase(check: CheckResult, report: Report): XmlElement {
  const { operation, rule, title, milliseconds } = check
  return {
    name: 'testcase',
    attributes: { name: `${rule}: ${title}`, classname: operation, time: seconds(milliseconds) },
    content: outcomeOf(check, report),
  }
}

function outcomeOf(check: CheckResult, report: Report): readonly XmlElement[] {
  const [id] = check.findings
  const found = report.findings.filter((finding) => check.findings.includes(finding.id))
  if (check.result === 'failed') return [failure(found)]
  if (check.result === 'known') return [skipped(`known: ${found[0]?.reason ?? ''}`)]
  if (check.result === 'blocked') return [skipped(`blocked by ${id}: ${found[0]?.title ?? ''}`)]
  return check.result === 'not-applicable' ? [skipped(check.reason ?? '')] : []
}

function skipped(message: string): XmlElement {
  return { name: 'skipped', attributes: { message } }
}

/** The finding is told in full once, in a message that names it: a run with one cause has hundreds of cases. */
function failure(findings: readonly Finding[]): XmlElement {
  const fresh = findings.filter(({ status }) => status === 'new')
  const [first] = fresh
  const message = fresh
    .map((finding) => `${finding.id}: ${operationsOf(finding)} ${finding.title}`)
    .join('; ')
  const text = first === undefined ? '' : renderFinding(first, { style: chooseStyle(false, undefined) })
  return {
    name: 'failure',
    attributes: { message, type: first?.rule ?? 'failed' },
    content: text.slice(0, 2000),
  }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}
