import type { Finding } from '../findings/finding.ts'
import type { Report } from '../findings/report.ts'

/** Where the schema of the JSON report is published. */
export const reportSchema = '@windmill-user-api/contract-tests/report.schema.json'

/** The report for programs. `schemas/report.schema.json` describes it. */
export function jsonReport({ calls: _calls, findings, notApplicable, ...report }: Report): string {
  const value = {
    $schema: reportSchema,
    ...report,
    findings: findings.map(toJson),
    // By reason: a run that leaves much out would repeat a sentence thousands of times.
    notApplicable: byReason(notApplicable),
  }
  return `${JSON.stringify(value, undefined, 2)}\n`
}

/** The place as text, the way an editor opens it, with the rest of the place under keys of its own. */
function toJson({ place, ...finding }: Finding) {
  if (!place) return finding
  const { source, pointer, line } = place
  return { ...finding, place: source, pointer, ...(line !== undefined && { line }) }
}

function byReason(checks: Report['notApplicable']) {
  const counts = new Map<string, { operation: string; reason: string; checks: number }>()
  for (const { operation, reason } of checks) {
    const key = `${operation}\n${reason}`
    counts.set(key, { operation, reason, checks: (counts.get(key)?.checks ?? 0) + 1 })
  }
  return [...counts.values()]
}
