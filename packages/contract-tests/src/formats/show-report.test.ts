import { expect, test } from 'vitest'
import { faultyReport } from '../../test/report.ts'
import { hostileText } from '../../test/servers/hostile-text.ts'
import type { Report } from '../index.ts'
import { isPrintableLine } from '../text/printable.ts'
import { renderReport } from './console.ts'
import { reportKinds } from './index.ts'
import { largestReport, mapTexts, showReport, writeBounded } from './show-report.ts'

/** A report in which every sentence has what a hostile server may send. */
const hostileReport: Report = {
  ...mapTexts(faultyReport, (text) =>
    /[ /]/.test(text) && !text.startsWith('http') ? text + hostileText : text,
  ),
  calls: faultyReport.calls ?? [],
}

function unprintableLines(text: string): string[] {
  return text.split('\n').filter((line) => !isPrintableLine(line.replaceAll('\t', ' ')))
}

test('the hostile report has lines that may not be written', () => {
  expect(unprintableLines(JSON.stringify(hostileReport, undefined, 1).replaceAll('\\n', '\n'))).not.toEqual(
    [],
  )
})

test.each(Object.keys(reportKinds))('%s has nothing that a terminal or a CI service obeys', (kind) => {
  const write = new Map<string, (report: Report) => string>(Object.entries(reportKinds)).get(kind)
  expect(unprintableLines(write?.(hostileReport) ?? '\u001b')).toEqual([])
})

test('the console has nothing that a terminal or a CI service obeys', () => {
  const plain = { bad: String, good: String, strong: String, faint: String }
  expect(unprintableLines(renderReport(showReport(hostileReport), { style: plain, verbose: true }))).toEqual(
    [],
  )
})

test('keeps each text short, and says what is left out', () => {
  const report = showReport({ ...faultyReport, baseUrl: 'a'.repeat(1_000_000) })
  expect(report.baseUrl).toMatch(/^a{8000}… \(992,000 more characters\)$/)
})

test('writes a smaller report where it would be too large', () => {
  const [check] = faultyReport.checks
  if (!check) throw new Error('The report has no check.')
  const checks = Array.from({ length: 1800 }, (_, number) => ({
    ...check,
    title: `${number} ${'<&> '.repeat(500)}`,
  }))
  for (const write of [reportKinds.junit, reportKinds.json, reportKinds.sarif, reportKinds.html])
    expect(Buffer.byteLength(write({ ...faultyReport, checks }))).toBeLessThanOrEqual(largestReport)
})

test('writes a report once where it is small enough', () => {
  let count = 0
  writeBounded(faultyReport, () => {
    count += 1
    return 'report'
  })
  expect(count).toBe(1)
})
