import { XMLBuilder } from 'fast-xml-parser'
import { describeOutdated } from '../findings/deviation.ts'
import type { CheckResult, Report } from '../findings/report.ts'
import { causeOf, violationText } from './cause.ts'

/** JUnit XML, as CI servers read it: one suite per operation, one case per check. */
export function junitReport(report: Report): string {
  const operations = [...new Set(report.checks.map(({ operation }) => operation))]
  const root = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': `contract of ${report.baseUrl}`,
      '@tests': report.checks.length + report.outdated.length,
      '@failures': countFailures(report.checks, report) + report.outdated.length,
      '@errors': 0,
      '@time': seconds(report.milliseconds),
      testsuite: [...operations.map((operation) => suite(operation, report)), ...outdatedSuite(report)],
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

/** What the list of known deviations has too many, as a suite of its own: each fails. */
function outdatedSuite({ outdated, startedAt }: Report) {
  if (outdated.length === 0) return []
  return [
    {
      '@name': 'known deviations',
      '@tests': outdated.length,
      '@failures': outdated.length,
      '@errors': 0,
      '@timestamp': startedAt.replace(/\.\d+Z$/, ''),
      testcase: outdated.map((deviation) => ({
        '@name': clean(`${deviation.rule}: ${deviation.reason}`),
        '@classname': deviation.operation,
        failure: { '@message': clean(describeOutdated(deviation)), '@type': deviation.problem },
      })),
    },
  ]
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
  return { '@tests': checks.length, '@failures': countFailures(checks, report), '@errors': 0 }
}

function countFailures(checks: readonly CheckResult[], report: Report): number {
  return checks.filter((check) => isFailure(check, report)).length
}

function isFailure(check: CheckResult, { known }: Report): boolean {
  return check.result === 'violated' && causeOf(check, known) === undefined
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}

/** XML 1.0 cannot hold every character, not even escaped; responses of a faulty server may have any. */
function clean(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu, '\uFFFD')
}
