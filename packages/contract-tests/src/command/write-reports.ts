import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SetupProblem } from '../errors.ts'
import type { Report } from '../findings/report.ts'
import { githubAnnotations, githubSummary } from '../formats/github.ts'
import { type ReportKind, reportKinds } from '../formats/index.ts'
import { writeBounded } from '../formats/show-report.ts'
import { type Environment, readText } from './command-line.ts'

/** A file to write a report to. */
export interface ReportFile {
  readonly kind: ReportKind
  readonly file: string
}

/** Writes the report to each file; folders that are missing are made. */
export function writeReports(report: Report, files: readonly ReportFile[]): void {
  for (const { kind, file } of files) {
    try {
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, reportKinds[kind](report))
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new SetupProblem(`The report ${file} cannot be written: ${reason}.`, { cause })
    }
  }
}

/** Where the run is a step of GitHub Actions: annotations for its log, and its page. */
export function tellGithub(report: Report, environment: Environment, write: (text: string) => unknown): void {
  if (readText(environment, 'GITHUB_ACTIONS') !== 'true') return
  write(writeBounded(report, githubAnnotations))
  const summary = readText(environment, 'GITHUB_STEP_SUMMARY')
  if (summary !== undefined) appendFileSync(summary, writeBounded(report, githubSummary))
}
