import { XMLBuilder } from 'fast-xml-parser'
import type { CheckResult, Report } from '../run/report.ts'
import { causeOf, violationText } from './cause.ts'

/** JUnit XML, as CI servers read it: one suite per operation, one case per check. */
export function junitReport(report: Report): string {
  const operations = [...new Set(report.checks.map(({ operation }) => operation))]
  const root = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': `contract of ${report.baseUrl}`,
      ...counts(report.checks, report),
      '@time': seconds(report.milliseconds),
      testsuite: operations.map((operation) => suite(operation, report)),
    },
  }
  return new XMLBuilder({ attributeNamePrefix: '@', ignoreAttributes: false, format: true }).build(root)
}

function suite(operation: string, report: Report) {
  const checks = report.checks.filter((check) => check.operation === operation)
  return {
    '@name': operation,
    ...counts(checks, report),
    '@skipped': checks.filter((check) => check.result !== 'passed' && !isFailure(check, report)).length,
    '@timestamp': report.startedAt.replace(/\.\d+Z$/, ''),
    '@time': seconds(checks.reduce((sum, { milliseconds }) => sum + milliseconds, 0)),
    testcase: checks.map((check) => testCase(check, report)),
  }
}

function testCase(check: CheckResult, report: Report) {
  const { operation, rule, title, result, milliseconds } = check
  return {
    '@name': clean(`${rule}: ${title}`),
    '@classname': operation,
    '@time': seconds(milliseconds),
    ...(result === 'violated' && outcome(check, report)),
    ...(result === 'not-exercised' && { skipped: { '@message': clean(reasonOf(check, report)) } }),
  }
}

/** A known finding is no failure. */
function outcome(check: CheckResult, report: Report) {
  const known = causeOf(check, report.known)
  if (known) return { skipped: { '@message': clean(`known: ${known.reason}`) } }
  return { failure: failure(check, report) }
}

function failure(check: CheckResult, report: Report) {
  const violation = causeOf(check, report.violations)
  if (!violation) return { '@message': 'failed', '@type': check.rule }
  return {
    '@message': clean(`expected ${violation.expected}, came ${violation.came}`),
    '@type': violation.rule,
    '#text': clean(violationText(violation)),
  }
}

function reasonOf({ operation, title }: CheckResult, { notExercised }: Report): string {
  return notExercised.find((each) => each.operation === operation && each.title === title)?.reason ?? ''
}

function counts(checks: readonly CheckResult[], report: Report) {
  const failures = checks.filter((check) => isFailure(check, report)).length
  return { '@tests': checks.length, '@failures': failures, '@errors': 0 }
}

function isFailure(check: CheckResult, { known }: Report): boolean {
  return check.result === 'violated' && causeOf(check, known) === undefined
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}

/** XML 1.0 cannot hold every character, not even escaped; answers of a faulty server may have any. */
function clean(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu, '\uFFFD')
}
