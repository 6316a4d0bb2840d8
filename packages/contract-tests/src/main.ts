#!/usr/bin/env node
import { CommanderError, InvalidArgumentError } from 'commander'
import { applyConfig } from './command/config-file.ts'
import { type CommandOptions, createCommand } from './command/options.ts'
import { runCommand } from './command/run-command.ts'
import { listenForStop } from './command/stop-signals.ts'
import { SetupProblem } from './errors.ts'
import { longest } from './text/elide.ts'
import { showText } from './text/show.ts'
import { version } from './version.ts'

/** The run could not begin or go on. */
const setupProblem = 2

// A reader that has seen enough, such as `head`, closes the pipe; a terminal that is closed can no longer be written to.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED'].includes(error.code ?? '')) throw error
  })

const stop = listenForStop(process, {
  // On a terminal, progress stands in the line.
  write: (text) => process.stderr.write(process.stderr.isTTY ? `\n${text}` : text),
  exit: (status) => process.exit(status),
  clock: () => performance.now(),
  echo: process.env['npm_execpath'] ? 300 : 0,
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
    watch: stop.watch,
  })
} catch (error) {
  process.exitCode = report(error)
}
// After a signal, what checks were waiting for is not waited for.
const stopped = stop.exitStatus()
if (stopped !== undefined) process.exit(stopped)

function report(error: unknown): number {
  // commander has said what was wrong; help and version are no errors
  if (error instanceof CommanderError && !(error instanceof InvalidArgumentError))
    return error.exitCode === 0 ? 0 : setupProblem
  const message =
    error instanceof SetupProblem || error instanceof InvalidArgumentError
      ? error.message
      : String(error instanceof Error ? error.stack : error)
  // It may quote what the server has sent.
  process.stderr.write(`windmill-user-contract: ${showText(message, longest.message)}\n`)
  return setupProblem
}
