import { describePlace } from '../document/place-of.ts'
import { describeOutdated } from '../findings/deviation.ts'
import { holds, type NotExercisedCheck, type Report, type ReportedViolation } from '../findings/report.ts'
import { describeRemains } from '../fixtures/thing.ts'
import { renderCoverage } from './console-coverage.ts'
import type { Style } from './style.ts'

/** The report as people read it: what is wrong, what was not tried, and the count. */
export function renderReport(report: Report, style: Style): string {
  const parts = [
    ...report.violations.map((violation) => renderViolation(violation, style)),
    ...renderKnown(report, style),
    ...renderOutdated(report, style),
    ...renderNotExercised(report, style),
    ...renderLeft(report, style),
    ...renderCoverage(report.coverage, style),
    renderSummary(report, style),
  ]
  return `${parts.join('\n\n')}\n`
}

/** One violation as a bug report: what had to be true, what came, and the call that shows it. */
export function renderViolation(violation: ReportedViolation, style: Style): string {
  const { operation, rule, place, title, demand, meaning, expected, came, request, response, curl } =
    violation
  return [
    `${style.bad('✗')} ${style.strong(operation)} ${title}`,
    `  rule      ${rule}: ${demand}`,
    ...(place ? [`  document  ${describePlace(place)}`] : []),
    `  meaning   ${meaning}`,
    `  expected  ${style.good(expected)}`,
    `  came      ${style.bad(came)}`,
    indented('request', request),
    indented('response', response ?? 'none'),
    `  again     ${curl}`,
    ...renderFollowers(violation),
  ].join('\n')
}

/** The checks that failed in the same way, as many as one reads. */
function renderFollowers({ operation, followers }: ReportedViolation): string[] {
  if (followers.length === 0) return []
  const shown = followers.slice(0, 5).map((follower) => {
    const other = follower.operation === operation ? '' : `${follower.operation} `
    return `${other}${follower.rule}: ${follower.title}`
  })
  const rest = followers.length > shown.length ? [`and ${followers.length - shown.length} more`] : []
  return [indented('also', [...shown, ...rest].join('\n'))]
}

function indented(label: string, text: string): string {
  const [first = '', ...others] = text.split('\n')
  return [`  ${label.padEnd(8)}  ${first}`, ...others.map((line) => `            ${line}`.trimEnd())].join(
    '\n',
  )
}

function renderKnown({ known }: Report, style: Style): string[] {
  if (known.length === 0) return []
  const lines = known.map(
    ({ operation, rule, followers, reason }) =>
      `  ${operation} ${rule}, ${1 + followers.length} checks: ${reason}`,
  )
  return [[style.faint('– known:'), ...lines].join('\n')]
}

function renderOutdated({ outdated }: Report, style: Style): string[] {
  return outdated.map(
    (deviation) =>
      `${style.bad('✗')} the known deviation ${style.strong(deviation.operation)} ${deviation.rule} ${describeOutdated(deviation)}`,
  )
}

function renderNotExercised({ notExercised }: Report, style: Style): string[] {
  const titlesByReason = groupByReason(notExercised)
  return [...titlesByReason].map(([reason, checks]) =>
    [
      `${style.faint('–')} not exercised: ${reason}`,
      ...(checks.length > 10 ? countByOperation(checks) : checks.map(nameCheck)),
    ].join('\n'),
  )
}

function nameCheck({ operation, title }: NotExercisedCheck): string {
  return `  ${operation} ${title}`
}

/** More titles than one reads. */
function countByOperation(checks: readonly NotExercisedCheck[]): string[] {
  const operations = [...new Set(checks.map(({ operation }) => operation))]
  const counts = operations.map(
    (operation) => `${operation} ${checks.filter((check) => check.operation === operation).length}`,
  )
  return [`  ${checks.length} checks: ${counts.join(', ')}`]
}

function renderLeft({ left, cleanUpCommand }: Report, style: Style): string[] {
  return left.length === 0 ? [] : [`${style.bad('!')} ${describeRemains(left, cleanUpCommand)}`]
}

function renderSummary(report: Report, style: Style): string {
  const { passed, failed, known, notExercised, milliseconds, seed } = report
  const skipped = notExercised.length === 0 ? '' : `, ${notExercised.length} not exercised`
  const expected = known.length === 0 ? '' : `, ${known.length} known`
  const counts = `${passed} passed, ${failed} failed${expected}${skipped}`
  return `${holds(report) ? style.good(counts) : style.bad(counts)} in ${(milliseconds / 1000).toFixed(1)} s, seed ${seed}`
}

/** `Map.groupBy` needs Node 21. */
function groupByReason(checks: Report['notExercised']): Map<string, NotExercisedCheck[]> {
  const groups = new Map<string, NotExercisedCheck[]>()
  for (const check of checks) groups.set(check.reason, [...(groups.get(check.reason) ?? []), check])
  return groups
}
