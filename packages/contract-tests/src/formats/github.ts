import { describePlace } from '../document/place-of.ts'
import { describeOutdated, type OutdatedDeviation } from '../findings/deviation.ts'
import { holds, type Report, type ReportedViolation } from '../findings/report.ts'
import { markdownText } from '../text/markdown.ts'

/** One line per finding that GitHub Actions shows as an annotation of the run. */
export function githubAnnotations({ violations, outdated }: Report): string {
  return [...violations.map(annotation), ...outdated.map(outdatedAnnotation)].join('')
}

function outdatedAnnotation(deviation: OutdatedDeviation): string {
  const { operation, rule } = deviation
  const text = `The known deviation ${operation} ${rule} ${describeOutdated(deviation)}`
  return `::error title=${escapeProperty(`contract: ${rule}`)}::${escapeText(text)}\n`
}

function annotation({
  operation,
  rule,
  title,
  expected,
  came,
  meaning,
  place,
  curl,
}: ReportedViolation): string {
  const text = [
    `${operation} ${title}: expected ${expected}, came ${came}. ${meaning}`,
    ...(place ? [describePlace(place)] : []),
    curl,
  ].join('\n')
  return `::error title=${escapeProperty(`contract: ${rule}`)}::${escapeText(text)}\n`
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
  const { passed, failed, notExercised, coverage, violations, outdated, seed, baseUrl } = report
  const verdict = holds(report) ? 'The contract holds' : 'The contract is violated'
  return [
    `### ${verdict}: ${cell(baseUrl)}`,
    '',
    `${passed} passed, ${failed} failed, ${notExercised.length} not exercised; ${coverage.exercised} of ${coverage.documented} documented statuses exercised; seed ${seed}.`,
    '',
    ...(violations.length === 0
      ? []
      : ['| operation | rule | expected | came |', '| --- | --- | --- | --- |']),
    ...violations.map(
      ({ operation, rule, expected, came }) =>
        `| ${operation} | ${rule} | ${cell(expected)} | ${cell(came)} |`,
    ),
    ...outdated.map(
      (deviation) =>
        `\nThe known deviation ${deviation.operation} ${deviation.rule} ${cell(describeOutdated(deviation))}`,
    ),
    '',
  ].join('\n')
}

function cell(text: string): string {
  return markdownText(text.replaceAll(/\s+/g, ' ').slice(0, 300))
}
