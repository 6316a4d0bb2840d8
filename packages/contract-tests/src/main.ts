#!/usr/bin/env node
import { CommanderError, InvalidArgumentError } from 'commander'
import { applyConfig } from './command/config-file.ts'
import { type CommandOptions, createCommand } from './command/options.ts'
import { runCommand } from './command/run-command.ts'
import { SetupProblem } from './errors.ts'
import { version } from './version.ts'

/** The run could not begin or go on. */
const setupProblem = 2

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // The first one lets the run remove what it made; a second one ends the process.
  process.once(signal, () => stop.abort())
}

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  const command = createCommand(version).parse()
  applyConfig(command)
  const options = command.opts<CommandOptions>()
  process.exitCode = await runCommand(options, {
    out: process.stdout,
    err: process.stderr,
    environment: process.env,
    clock: () => performance.now(),
    signal: stop.signal,
  })
} catch (error) {
  process.exitCode = report(error)
}

function report(error: unknown): number {
  // commander has said what was wrong; help and version are no errors
  if (error instanceof CommanderError && !(error instanceof InvalidArgumentError))
    return error.exitCode === 0 ? 0 : setupProblem
  const message =
    error instanceof SetupProblem || error instanceof InvalidArgumentError
      ? error.message
      : String(error instanceof Error ? error.stack : error)
  process.stderr.write(`windmill-user-contract: ${message}\n`)
  return setupProblem
}
