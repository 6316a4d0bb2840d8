import { SetupProblem } from '../errors.ts'
import { pruneDeviations, readDeviations, writeDeviations } from '../findings/deviations-file.ts'
import type { Report } from '../findings/report.ts'
import { renderReport } from '../formats/console.ts'
import { showReport } from '../formats/show-report.ts'
import { chooseStyle } from '../formats/style.ts'
import { operations } from '../generated/operations.ts'
import { type RunOptions, runContract } from '../run/run-contract.ts'
import { type Selection, selectContracts } from '../run/select-contracts.ts'
import type { RunInProgress, SessionOptions } from '../run/session.ts'
import { isCapable, readText } from './command-line.ts'
import { findNewest } from './newest.ts'
import type { CommandOptions } from './options.ts'
import { printDetected } from './print-detected.ts'
import { createProgress } from './progress.ts'
import { removeLeftovers } from './remove-leftovers.ts'
import type { Stoppable } from './stop-signals.ts'
import type { Terminal } from './terminal.ts'
import { tryPaths } from './try-paths.ts'
import { describeNewest, verdictOf } from './verify.ts'
import { tellGithub, writeReports } from './write-reports.ts'

/** Runs the command and gives its exit status: 0 the contract holds, 1 it does not. */
export async function runCommand(options: CommandOptions, terminal: Terminal): Promise<number> {
  if (options.list) {
    terminal.out.write(list(options))
    return 0
  }
  if (options.detect) {
    const { baseUrl, timeout } = toServer(options)
    return printDetected({ baseUrl, timeout }, terminal)
  }
  const { cleanup } = options
  if (cleanup === undefined) return check(options, terminal)
  const { admin, ...session } = toSessionOptions(options)
  if (!admin) throw new SetupProblem('Removing needs a super admin: --admin-email and --admin-password.')
  return removeLeftovers({ ...session, admin }, cleanup === true ? undefined : cleanup, terminal)
}

async function check(options: CommandOptions, terminal: Terminal): Promise<number> {
  tryPaths(options)
  const { out, err, environment, clock } = terminal
  const progress = createProgress(err, { clock, isCapable: isCapable(err, environment) })
  try {
    const report = await runContract({
      ...toRunOptions(options),
      signal: terminal.signal,
      onBegin: (run) => terminal.watch?.(stoppableRun(run)),
      onCheck: (finished) => progress.show(finished),
    })
    progress.clear()
    if (options.verify) await tellVerdict(report, options, terminal)
    else {
      const style = chooseStyle(isCapable(out, environment), readText(environment, 'NO_COLOR'))
      out.write(renderReport(showReport(report), { style, verbose: options.verbose }))
    }
    tellGithub(report, environment, (text) => out.write(text))
    writeReports(report, options.report ?? [])
    keepDeviations(options, report, err)
    return report.exitStatus
  } finally {
    progress.clear()
  }
}

/** Two lines for a log: does the server fit this version, and what would the newest one add. */
async function tellVerdict(report: Report, { offline }: CommandOptions, terminal: Terminal) {
  const { out } = terminal
  out.write(`${verdictOf(showReport(report))}\n`)
  const published = Object.values(operations).filter(({ internal }) => !internal)
  const installed = { version: report.version, operations: published.map(({ id }) => id) }
  const newest = offline ? { reason: '--offline was given' } : await findNewest(terminal)
  out.write(`${describeNewest(installed, newest)}\n`)
}

/** Writes what differs down, and takes out what no longer does. */
function keepDeviations(
  { writeDeviations: written, pruneDeviations: prunes, deviations }: CommandOptions,
  report: Report,
  err: Terminal['err'],
) {
  if (written !== undefined && report.stopped !== undefined)
    err.write(`${written} was not written: the run ended before its last check.\n`)
  else if (written !== undefined) writeDeviations(written, report)
  if (prunes && deviations !== undefined) pruneDeviations(deviations, report.stale)
}

function stoppableRun({ made, cleanUpCommand }: RunInProgress): Stoppable {
  return {
    onFirst() {
      const { accounts, workspaces } = made()
      return `Stopping the run and removing what it made: ${count(accounts, 'account')}, ${count(workspaces, 'workspace')}.`
    },
    onSecond: () => `Ended at once. Remove what is left with: ${cleanUpCommand}`,
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function list(options: CommandOptions): string {
  const lines = selectContracts(toSelection(options)).flatMap(({ contract, checks }) =>
    checks
      .filter(({ isLeftOut }) => !isLeftOut)
      .map(({ rule, title }) => `${contract.operation.id}  ${rule}  ${title}\n`),
  )
  return lines.join('')
}

function toSelection(options: CommandOptions): Selection {
  const { filter, rule, internal, shard, profile } = options
  const listed = toImplemented(options)
  return {
    internal,
    profile,
    ...(filter && { filter }),
    ...(rule && { rules: rule }),
    ...(shard && { shard }),
    ...(listed && { implements: listed }),
  }
}

function toImplemented({ implements: listed, except }: CommandOptions): readonly string[] | undefined {
  if (!listed && !except) return undefined
  return (listed ?? Object.keys(operations)).filter((id) => !except?.includes(id))
}

function toRunOptions(options: CommandOptions): RunOptions {
  const { concurrency, bail, report = [], deviations } = options
  const keepCalls = report.some(({ kind }) => kind === 'har')
  return {
    ...toSessionOptions(options),
    ...toSelection(options),
    concurrency,
    bail,
    keepCalls,
    ...(deviations !== undefined && { deviations: readDeviations(deviations) }),
  }
}

function toSessionOptions(options: CommandOptions): SessionOptions {
  const { profile, workspace, seed, accounts, manifest } = options
  const listed = toImplemented(options)
  const admin = toAdmin(options)
  return {
    profile,
    ...(workspace !== undefined && { workspace }),
    ...(seed !== undefined && { seed }),
    ...(accounts && { accounts }),
    ...(manifest !== undefined && { manifest }),
    ...(listed && { implements: listed }),
    ...(admin && { admin }),
    ...toServer(options),
  }
}

function toServer({ baseUrl, timeout }: CommandOptions) {
  return { timeout, baseUrl: requireOption(baseUrl, '--base-url', 'BASE_URL', 'http://localhost:8000/api') }
}

/** With accounts of its own a run may do without a super admin. */
function toAdmin({ adminEmail, adminPassword, accounts }: CommandOptions) {
  if (accounts && adminEmail === undefined && adminPassword === undefined) return undefined
  return {
    email: requireOption(adminEmail, '--admin-email', 'ADMIN_EMAIL', 'admin@windmill.dev'),
    password: requireOption(adminPassword, '--admin-password', 'ADMIN_PASSWORD', 'changeme'),
  }
}

function requireOption(value: string | undefined, flag: string, variable: string, example: string): string {
  if (value !== undefined && value !== '') return value
  throw new SetupProblem(
    `${flag} is missing. Expected ${flag} ${example}, or WINDMILL_CONTRACT_${variable} in the environment.`,
  )
}
