import type { Report } from '../findings/report.ts'

/** The report as programs read it: `schemas/report.schema.json` describes it. */
export function jsonReport({ calls: _calls, findings, notApplicable, ...report }: Report): string {
  const value = {
    ...report,
    findings: findings.map(({ place, ...finding }) => ({ ...finding, ...(place && { place }) })),
    // By reason: a run that leaves much out would repeat a sentence thousands of times.
    notApplicable: byReason(notApplicable),
  }
  return `${JSON.stringify(value, undefined, 2)}\n`
}

function byReason(checks: Report['notApplicable']) {
  const counts = new Map<string, { operation: string; reason: string; checks: number }>()
  for (const { operation, reason } of checks) {
    const key = `${operation}\n${reason}`
    counts.set(key, { operation, reason, checks: (counts.get(key)?.checks ?? 0) + 1 })
  }
  return [...counts.values()]
}
