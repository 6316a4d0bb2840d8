import { CommanderError, InvalidArgumentError } from 'commander'
import { SetupProblem } from '../errors.ts'
import { longest } from '../text/elide.ts'
import { showText } from '../text/show.ts'
import { version } from '../version.ts'
import { applyEnvironment } from './command-line.ts'
import { applyConfig } from './config-file.ts'
import { type CommandOptions, createCommand } from './options.ts'
import { runCommand } from './run-command.ts'
import type { Terminal } from './terminal.ts'

/** The run could not begin or go on. */
const setupProblem = 2

/** Reads the arguments, runs the command and gives its exit status. Whatever goes wrong is told in a sentence. */
export async function runMain(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const command = createCommand(version).parse(argv)
    applyEnvironment(command, terminal.environment)
    applyConfig(command)
    const verify = command.args.includes('verify')
    return await runCommand({ ...command.opts<CommandOptions>(), verify }, terminal)
  } catch (error) {
    return report(error, terminal)
  }
}

function report(error: unknown, { err }: Terminal): number {
  // commander has said what was wrong; help and version are not errors
  if (error instanceof CommanderError && !(error instanceof InvalidArgumentError))
    return error.exitCode === 0 ? 0 : setupProblem
  const message =
    error instanceof SetupProblem || error instanceof InvalidArgumentError
      ? error.message
      : String(error instanceof Error ? error.stack : error)
  // It may quote what the server has sent.
  err.write(`windmill-user-contract: ${showText(message, longest.message)}\n`)
  return setupProblem
}
