import { XMLBuilder } from 'fast-xml-parser'
import { describeStale, nameOf } from '../findings/deviation.ts'
import type { Finding } from '../findings/finding.ts'
import type { CheckResult, Report } from '../findings/report.ts'
import { operationsOf, renderFinding } from './console.ts'
import { chooseStyle } from './style.ts'

/** JUnit XML, as CI servers read it: one suite per operation, one case per check. What is known or blocked is skipped. */
export function junitReport(report: Report): string {
  const operations = [...new Set(report.checks.map(({ operation }) => operation))]
  const suites = [...operations.map((operation) => suite(operation, report)), ...runSuite(report)]
  const sum = (name: '@tests' | '@failures') => suites.reduce((total, each) => total + each[name], 0)
  const root = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': `contract of ${report.baseUrl}`,
      '@tests': sum('@tests'),
      '@failures': sum('@failures'),
      '@errors': 0,
      '@time': seconds(report.milliseconds),
      testsuite: suites,
    },
  }
  return new XMLBuilder({ attributeNamePrefix: '@', ignoreAttributes: false, format: true }).build(root)
}

function suite(operation: string, report: Report) {
  const checks = report.checks.filter((check) => check.operation === operation)
  const cases = checks.map((check) => testCase(check, report))
  return {
    '@name': operation,
    '@tests': checks.length,
    '@failures': cases.filter((each) => 'failure' in each).length,
    '@errors': 0,
    '@skipped': cases.filter((each) => 'skipped' in each).length,
    '@timestamp': report.startedAt.replace(/\.\d+Z$/, ''),
    '@time': seconds(checks.reduce((total, { milliseconds }) => total + milliseconds, 0)),
    testcase: cases,
  }
}

/** What fails the run without a check that failed: stale deviations, less coverage than before, blocks that nobody accepted. */
function runSuite(report: Report) {
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
  return [
    {
      '@name': 'the run',
      '@tests': failures.length,
      '@failures': failures.length,
      '@errors': 0,
      '@skipped': 0,
      '@timestamp': report.startedAt.replace(/\.\d+Z$/, ''),
      '@time': seconds(0),
      testcase: failures.map(({ name, type, text }) => ({
        '@name': clean(name),
        '@classname': 'the run',
        failure: { '@message': clean(text), '@type': type },
      })),
    },
  ]
}

function testCase(check: CheckResult, report: Report) {
  const { operation, rule, title, milliseconds } = check
  const named = {
    '@name': clean(`${rule}: ${title}`),
    '@classname': operation,
    '@time': seconds(milliseconds),
  }
  const [id] = check.findings
  const found = report.findings.filter((finding) => check.findings.includes(finding.id))
  if (check.result === 'failed') return { ...named, failure: failure(found) }
  if (check.result === 'known') return { ...named, ...skipped(`known: ${found[0]?.reason ?? ''}`) }
  if (check.result === 'blocked')
    return { ...named, ...skipped(`blocked by ${id}: ${found[0]?.title ?? ''}`) }
  if (check.result === 'not-applicable') return { ...named, ...skipped(check.reason ?? '') }
  return named
}

function skipped(reason: string) {
  return { skipped: { '@message': clean(reason) } }
}

/** The finding is told in full once, in a message that names it: a run with one cause has hundreds of cases. */
function failure(findings: readonly Finding[]) {
  const fresh = findings.filter(({ status }) => status === 'new')
  const [first] = fresh
  const message = fresh
    .map((finding) => `${finding.id}: ${operationsOf(finding)} ${finding.title}`)
    .join('; ')
  const text = first === undefined ? '' : renderFinding(first, { style: chooseStyle(false, undefined) })
  return { '@message': clean(message), '@type': first?.rule ?? 'failed', '#text': clean(text.slice(0, 2000)) }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}

/** XML 1.0 cannot hold every character, not even escaped; responses of a faulty server may have any. */
function clean(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu, '\uFFFD')
}
