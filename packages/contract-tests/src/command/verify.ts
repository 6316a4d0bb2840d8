import { holds, type Report } from '../findings/report.ts'
import { severities } from '../findings/severity.ts'
import { plural } from '../formats/console.ts'
import type { Newest, Unknown } from './newest.ts'

/** Whether a server fits the version of the contract that is installed here, in one line. */
export function verdictOf(report: Report): string {
  const { baseUrl, version, counts, stopped } = report
  const checks = `${plural(counts.passed + counts.known, 'check')} passed`
  if (holds(report))
    return `${baseUrl} fits ${version}: ${checks}, ${counts.known} with accepted differences.`
  if (stopped !== undefined) return `${baseUrl} could not be held to ${version}: ${stopped}`
  return `${baseUrl} does not fit ${version}: ${whyNot(report)}. For each one, run this without verify.`
}

function whyNot({ findings, counts, stale, shortfalls }: Report): string {
  const fresh = findings.filter(({ status }) => status === 'new')
  const bySeverity = severities.flatMap((severity) => {
    const count = fresh.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : `${count} ${severity}`
  })
  return [
    ...(fresh.length === 0 ? [] : [`${plural(fresh.length, 'new finding')} (${bySeverity.join(', ')})`]),
    ...(counts.blocked === 0 ? [] : [`${plural(counts.blocked, 'check')} blocked`]),
    ...(stale.length === 0 ? [] : [`${plural(stale.length, 'accepted difference')} gone`]),
    ...shortfalls,
  ].join('; ')
}

/** What the newest release of the contract would add to the one that is installed here, in one line. */
export function describeNewest(
  installed: { readonly version: string; readonly operations: readonly string[] },
  newest: Newest | Unknown,
): string {
  if ('reason' in newest)
    return `Whether there is a newer contract than ${installed.version} is not known: ${newest.reason}.`
  const { version, operations } = newest
  if (version === installed.version) return `${version} is the newest contract.`
  const added = operations.filter((id) => !installed.operations.includes(id))
  const removed = installed.operations.filter((id) => !operations.includes(id))
  const changes = [
    ...(added.length === 0 ? [] : [`adds ${added.join(', ')}`]),
    ...(removed.length === 0 ? [] : [`removes ${removed.join(', ')}`]),
  ]
  const difference = changes.length === 0 ? 'has the same operations' : changes.join(' and ')
  return `The newest contract is ${version}. It ${difference}.`
}
