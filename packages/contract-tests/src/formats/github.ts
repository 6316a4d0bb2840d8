import { describePlace } from '../document/place-of.ts'
import { describeStale, nameOf } from '../findings/deviation.ts'
import type { Finding } from '../findings/finding.ts'
import { holds, type Report } from '../findings/report.ts'
import { describeLeft } from '../fixtures/thing.ts'
import { markdownText } from '../text/markdown.ts'
import { operationsOf } from './console.ts'

/** GitHub shows no more annotations of a step than this. */
const mostAnnotations = 10

/** More lines than one reads. The reports in files list everything. */
const mostLeft = 50

/** One line per new finding that GitHub Actions shows as an annotation of the run. */
export function githubAnnotations({ findings, stale, shortfalls }: Report): string {
  const fresh = findings.filter(({ status }) => status === 'new')
  return [
    ...fresh.slice(0, mostAnnotations).map(annotation),
    ...stale.map((each) => error('stale deviation', `${nameOf(each.deviation)} ${describeStale(each)}`)),
    ...shortfalls.map((shortfall) => error('coverage', shortfall)),
  ].join('')
}

function annotation(finding: Finding): string {
  const { rule, title, meaning, place, request, expected, actual } = finding
  const text = [
    `${operationsOf(finding)} ${title}. ${meaning}`,
    `expected ${expected}, actual ${actual}`,
    ...(place ? [describePlace(place)] : []),
    request,
  ]
  return error(rule, text.join('\n'))
}

function error(title: string, text: string): string {
  return `::error title=${escapeProperty(`contract: ${title}`)}::${escapeText(text)}\n`
}

/** As https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts escapes them. */
function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** The page of a run on GitHub, in Markdown. */
export function githubSummary(report: Report): string {
  const { counts, coverage, findings, stale, shortfalls, seed, baseUrl } = report
  const verdict = holds(report) ? 'The contract holds' : 'The contract does not hold'
  const fresh = findings.filter(({ status }) => status === 'new').length
  return [
    `### ${verdict}: ${cell(baseUrl)}`,
    '',
    `${findings.length} findings, ${fresh} new; ${counts.passed} checks passed, ${counts.failed} failed, ${counts.known} known, ${counts.blocked} blocked, ${counts.notApplicable} not applicable; ${coverage.exercised} of ${coverage.documented} documented statuses exercised; seed ${seed}.`,
    '',
    ...(findings.length === 0
      ? []
      : ['| finding | severity | operations | what differs | status |', '| --- | --- | --- | --- | --- |']),
    ...findings.map((finding) => {
      const { id, severity, title, status } = finding
      return `| ${id} | ${severity} | ${cell(operationsOf(finding))} | ${cell(title)} | ${status} |`
    }),
    ...stale.map((each) => `\nThe deviation ${cell(nameOf(each.deviation))} ${cell(describeStale(each))}`),
    ...shortfalls.map((shortfall) => `\n${shortfall}`),
    ...leftOn(report),
    '',
  ].join('\n')
}

function leftOn({ left, cleanUpCommand = '' }: Report): readonly string[] {
  if (left.length === 0) return []
  return [
    `\nLeft on the server: ${left.length}. Remove with: ${cell(cleanUpCommand)}\n`,
    ...left.slice(0, mostLeft).map((thing) => `- ${cell(describeLeft(thing))}`),
    ...(left.length > mostLeft ? [`- and ${left.length - mostLeft} more`] : []),
  ]
}

function cell(text: string): string {
  return markdownText(text.replaceAll(/\s+/g, ' ').slice(0, 300))
}
