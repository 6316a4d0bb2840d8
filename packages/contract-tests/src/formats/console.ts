import { describePlace } from '../document/place-of.ts'
import { describeStale, nameOf } from '../findings/deviation.ts'
import type { Finding } from '../findings/finding.ts'
import { holds, type Report } from '../findings/report.ts'
import { severities } from '../findings/severity.ts'
import { describeRemains } from '../fixtures/thing.ts'
import { renderCoverage } from './console-coverage.ts'
import type { Style } from './style.ts'

/** How much of a report is written. */
export interface ConsoleOptions {
  readonly style: Style
  /** Everything: all findings with request and response, all blocked checks, the coverage by role. */
  readonly verbose?: boolean
}

/** Lines of the summary, which fits a screen, of each other list, and of everything; findings have what the others leave. */
const most = { summary: 20, list: 10, all: 200 }

/** The report as people read it: a summary, the findings, what could not be checked, and the count as the last line. */
export function renderReport(report: Report, { style, verbose = false }: ConsoleOptions): string {
  const summary = renderSummary(report, style)
  const others = [
    ...renderStale(report, style, verbose),
    ...report.shortfalls.map((shortfall) => `${style.bad('✗')} ${shortfall}`),
    ...renderBlocked(report, style, verbose),
    ...renderNotApplicable(report, style, verbose),
    ...renderLeft(report, style),
    ...renderCoverage(report.coverage, style, verbose),
    ...(report.stopped === undefined ? [] : [`${style.bad('!')} ${report.stopped}`]),
    lastLine(report, style),
  ]
  const room = verbose ? Number.POSITIVE_INFINITY : most.all - heightOf([...summary, ...others])
  return `${[...summary, ...renderFindings(report, { style, verbose, room }), ...others].join('\n\n')}\n`
}

/** At most one screen: how many findings of each severity, and a line for each of the worst. */
function renderSummary({ findings, baseUrl }: Report, style: Style): string[] {
  if (findings.length === 0) return []
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : `${count} ${severity}`
  })
  const shown = findings.slice(0, most.summary)
  const lines = shown.map((finding) => {
    const status = finding.status === 'known' ? ' (known)' : ''
    return `  ${finding.id.padEnd(4)} ${finding.severity.padEnd(8)} ${style.strong(operationsOf(finding))} ${finding.title}${status}`
  })
  const rest = findings.length > shown.length ? [`  and ${findings.length - shown.length} more`] : []
  return [
    [`${plural(findings.length, 'finding')} at ${baseUrl}: ${counts.join(', ')}`, ...lines, ...rest].join(
      '\n',
    ),
  ]
}

/** The operations of a finding, as many as one reads. */
export function operationsOf({ operations }: Pick<Finding, 'operations'>): string {
  if (operations.length <= 3) return operations.join(', ')
  return `${operations.length} operations`
}

interface Room extends Required<ConsoleOptions> {
  /** In lines. */
  readonly room: number
}

/** The first ones in full, and a line for each of the others: all of them are named in what one reads. */
function renderFindings({ findings }: Report, { style, verbose, room }: Room): string[] {
  if (verbose) return findings.map((finding) => renderFinding(finding, { style, verbose }))
  const fresh = findings.filter(({ status }) => status === 'new')
  const blocks = fresh.map((finding) => renderFinding(finding, { style }))
  // The hint is a line, too, and an empty one stands after it.
  const lines = room - 2
  const full = countOfFull(blocks, lines)
  const others = fresh.slice(full).map((finding) => headingOf(finding, style))
  if (others.length === 0) return blocks
  const shown = others.slice(0, Math.max(1, lines - heightOf(blocks.slice(0, full))))
  const more = others.length > shown.length ? `… and ${others.length - shown.length} more. ` : ''
  const hint = `${more}--verbose shows these in full, and so does every report.`
  return [...blocks.slice(0, full), [...shown, hint].join('\n')]
}

/** How many can be written in full, if each of the others needs a line. */
function countOfFull(blocks: readonly string[], lines: number): number {
  const fits = (count: number) => heightOf(blocks.slice(0, count)) + blocks.length - count <= lines
  return blocks.findLastIndex((_, index) => fits(index + 1)) + 1
}

/** In lines, with the empty one after each. */
function heightOf(blocks: readonly string[]): number {
  return blocks.reduce((sum, block) => sum + block.split('\n').length + 1, 0)
}

function headingOf(finding: Finding, style: Style): string {
  const { id, severity, title } = finding
  return `${style.bad('✗')} ${id} ${severity}: ${style.strong(operationsOf(finding))} ${title}`
}

/** One finding as a bug report: what the server does, what the contract says, and a request that shows it. */
export function renderFinding(finding: Finding, { style, verbose = false }: ConsoleOptions): string {
  const { rule, demand, meaning, place, expected, actual, checks, reason } = finding
  const { observation, operations, request, requestText, responseText } = finding
  const all = operations.length > 3 ? [line('operations', operations.join(', '))] : []
  return [
    headingOf(finding, style),
    ...all,
    line('rule', `${rule}: ${demand}`),
    ...(place ? [line('document', describePlace(place))] : []),
    ...(verbose ? [line('meaning', meaning)] : []),
    line('expected', `${observation}: ${style.good(expected)}, actual: ${style.bad(actual)}`),
    ...(reason === undefined ? [] : [line('known', reason)]),
    line('shown by', plural(checks, rule === 'transient' ? 'call' : 'check')),
    line('request', request),
    ...(verbose ? [line('sent', requestText), line('received', responseText ?? 'nothing')] : []),
  ].join('\n')
}

function line(label: string, text: string): string {
  const [first = '', ...others] = text.split('\n')
  const indented = others.map((each) => `             ${each}`.trimEnd())
  return [`  ${label.padEnd(10)} ${first}`, ...indented].join('\n')
}

function renderStale({ stale }: Report, style: Style, verbose: boolean): string[] {
  const lines = stale.map(
    (each) =>
      `${style.bad('✗')} the deviation ${style.strong(nameOf(each.deviation))} ${describeStale(each)}`,
  )
  return lines.length === 0 ? [] : [limited(lines, verbose).join('\n')]
}

function renderBlocked({ blocked }: Report, style: Style, verbose: boolean): string[] {
  if (blocked.length === 0) return []
  const lines = blocked.map(
    ({ operation, checks, blockedBy, accepted }) =>
      `  ${operation}: ${plural(checks, 'check')} blocked by ${blockedBy}${accepted ? ', accepted' : ''}`,
  )
  return [[`${style.faint('–')} blocked`, ...limited(lines, verbose)].join('\n')]
}

function renderNotApplicable({ notApplicable }: Report, style: Style, verbose: boolean): string[] {
  const counts = new Map<string, string[]>()
  for (const { reason, operation } of notApplicable)
    counts.set(reason, [...(counts.get(reason) ?? []), operation])
  const lines = [...counts].map(([reason, operations]) => {
    const distinct = [...new Set(operations)]
    const where = distinct.length > 3 ? `${distinct.length} operations` : distinct.join(', ')
    return `  ${plural(operations.length, 'check')} of ${where}: ${reason}`
  })
  return lines.length === 0
    ? []
    : [[`${style.faint('–')} not applicable`, ...limited(lines, verbose)].join('\n')]
}

function renderLeft({ left, cleanUpCommand = '' }: Report, style: Style): string[] {
  return left.length === 0 ? [] : [`${style.bad('!')} ${describeRemains(left, cleanUpCommand)}`]
}

function limited(lines: readonly string[], verbose: boolean): readonly string[] {
  if (verbose || lines.length <= most.list) return lines
  return [...lines.slice(0, most.list), `  and ${lines.length - most.list} more`]
}

/** `12 findings, 3 new; 1,644 checks passed, 160 blocked, 64 not applicable in 18.2 s, seed 42` */
export function lastLine(report: Report, style: Style): string {
  const { findings, counts, milliseconds, seed } = report
  const fresh = findings.filter(({ status }) => status === 'new').length
  const parts = [
    `${number(counts.passed)} checks passed`,
    ...(counts.blocked > 0 ? [`${number(counts.blocked)} blocked`] : []),
    ...(counts.notApplicable > 0 ? [`${number(counts.notApplicable)} not applicable`] : []),
  ]
  const found = `${plural(findings.length, 'finding')}, ${fresh} new`
  const text = `${found}; ${parts.join(', ')}`
  const colour = holds(report) ? style.good : style.bad
  return `${colour(text)} in ${(milliseconds / 1000).toFixed(1)} s, seed ${seed}`
}

export function plural(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`
}

function number(count: number): string {
  return count.toLocaleString('en-US')
}
