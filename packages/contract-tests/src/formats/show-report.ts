import type { Report } from '../findings/report.ts'
import { showText } from '../text/show.ts'

/** The longest text of a report, in characters. Whoever writes a report needs to think of none. */
const longestText = 8_000

/**
 * The report with every text printable and short, whatever the server has sent: what is written from it obeys no terminal and
 * no CI service. Markup is escaped where it is written. The calls stay as they are: HAR is read by programs alone.
 */
export function showReport({ calls, ...report }: Report, limit = longestText): Report {
  return { ...showTexts(report, limit), ...(calls && { calls }) }
}

/** Any part of a report with every text printable and short. */
export function showTexts<Value>(value: Value, limit = longestText): Value {
  return mapTexts(value, (text) => showText(text, limit))
}

/** The same value in which each text is another. */
export function mapTexts<Value>(value: Value, map: (text: string) => string): Value
export function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapTexts(member, map)]))
}

/** The largest report, in bytes. GitHub, GitLab and Jenkins take no larger ones, and nobody reads them. */
export const largestReport = 1024 * 1024

/** How long its texts may be, from the first attempt to the last. */
const limits = [longestText, 1_000, 300, 100]

/** Writes a report that is at most `largestReport` long: where it is longer, its texts are shortened further. */
export function writeBounded(report: Report, write: (shown: Report) => string): string {
  let text = ''
  for (const limit of limits) {
    text = write(showReport(report, limit))
    if (Buffer.byteLength(text) <= largestReport) break
  }
  return text
}
