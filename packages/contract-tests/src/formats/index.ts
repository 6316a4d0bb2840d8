import type { Report } from '../findings/report.ts'
import { harReport } from './har.ts'
import { htmlReport } from './html.ts'
import { jsonReport } from './json.ts'
import { junitReport } from './junit.ts'
import { sarifReport } from './sarif.ts'
import { writeBounded } from './show-report.ts'

/** How a report is written for other programs, or for people who were not there. None but HAR exceeds 1 MiB. */
export const reportKinds = {
  junit: (report) => writeBounded(report, junitReport),
  sarif: (report) => writeBounded(report, sarifReport),
  har: harReport,
  json: (report) => writeBounded(report, jsonReport),
  html: (report) => writeBounded(report, htmlReport),
} as const satisfies Readonly<Record<string, (report: Report) => string>>

/** `junit`, `sarif`, `har`, `json` or `html`. */
export type ReportKind = keyof typeof reportKinds

/** Whether a kind of report has this name. */
export function isReportKind(name: string): name is ReportKind {
  return Object.hasOwn(reportKinds, name)
}

/** The kind that a file's ending speaks of. */
export function kindOfFile(file: string): ReportKind | undefined {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase()
  if (ending === 'xml') return 'junit'
  if (file.toLowerCase().endsWith('.sarif.json')) return 'sarif'
  return isReportKind(ending) ? ending : undefined
}
