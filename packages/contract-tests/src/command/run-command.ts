import { SetupProblem } from '../errors.ts'
import { checkNames } from '../run/checks-of.ts'
import { type RunOptions, runContract, selectContracts } from '../run/run-contract.ts'
import type { CommandOptions } from './options.ts'
import { createProgress, type ProgressStream } from './progress.ts'
import { renderReport } from './render.ts'
import { chooseStyle } from './style.ts'

/** The edge that a command needs: where it writes, and what time it is. */
export interface Terminal {
  readonly out: { readonly isTTY?: boolean; write(text: string): unknown }
  readonly err: ProgressStream
  readonly noColor: string | undefined
  readonly clock: () => number
  readonly signal: AbortSignal
}

/** Runs the command and gives its exit status: 0 the contract holds, 1 it is violated. */
export async function runCommand(options: CommandOptions, terminal: Terminal): Promise<number> {
  if (options.list) {
    terminal.out.write(list(options))
    return 0
  }
  const progress = createProgress(terminal.err, terminal.clock)
  try {
    const report = await runContract({
      ...toRunOptions(options),
      signal: terminal.signal,
      onCheck: (check) => progress.show(check),
    })
    progress.clear()
    terminal.out.write(renderReport(report, chooseStyle(terminal.out.isTTY === true, terminal.noColor)))
    return report.failed === 0 ? 0 : 1
  } finally {
    progress.clear()
  }
}

function list(options: CommandOptions): string {
  const lines = selectContracts(toSelection(options)).flatMap((contract) =>
    checkNames(contract, options.rule).map(
      ({ rule, title }) => `${contract.operation.id}  ${rule}  ${title}\n`,
    ),
  )
  return lines.join('')
}

function toSelection({ filter, rule, internal }: CommandOptions) {
  return { internal, ...(filter && { filter }), ...(rule && { rules: rule }) }
}

function toRunOptions(options: CommandOptions): RunOptions {
  const { baseUrl, adminEmail, adminPassword, timeout, concurrency } = options
  return {
    ...toSelection(options),
    timeout,
    concurrency,
    baseUrl: requireOption(baseUrl, '--base-url', 'BASE_URL', 'http://localhost:8000/api'),
    admin: {
      email: requireOption(adminEmail, '--admin-email', 'ADMIN_EMAIL', 'admin@windmill.dev'),
      password: requireOption(adminPassword, '--admin-password', 'ADMIN_PASSWORD', 'changeme'),
    },
  }
}

function requireOption(value: string | undefined, flag: string, variable: string, example: string): string {
  if (value !== undefined && value !== '') return value
  throw new SetupProblem(
    `${flag} is missing. Expected ${flag} ${example}, or WINDMILL_CONTRACT_${variable} in the environment.`,
  )
}
