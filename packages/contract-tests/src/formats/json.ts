import type { Report } from '../findings/report.ts'

/** The report as it is, for programs. */
export function jsonReport({ calls: _calls, ...report }: Report): string {
  return `${JSON.stringify(report, undefined, 2)}\n`
}
