import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SetupProblem } from '../errors.ts'
import type { Report } from '../findings/report.ts'
import { githubAnnotations, githubSummary } from '../formats/github.ts'
import { type ReportKind, reportKinds } from '../formats/index.ts'
import { writeBounded } from '../formats/show-report.ts'

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

/** The variables by which GitHub Actions says that it is there. */
export interface GithubEnvironment {
  readonly GITHUB_ACTIONS?: string | undefined
  readonly GITHUB_STEP_SUMMARY?: string | undefined
}

/** Where the run is a step of GitHub Actions: annotations for its log, and its page. */
export function tellGithub(
  report: Report,
  environment: GithubEnvironment,
  write: (text: string) => unknown,
): void {
  const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY } = environment
  if (GITHUB_ACTIONS !== 'true') return
  write(writeBounded(report, githubAnnotations))
  if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, writeBounded(report, githubSummary))
}
