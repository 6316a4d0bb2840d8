#!/usr/bin/env node
import { keepGoingWithoutReaders } from './command/command-line.ts'
import { listenForStop } from './command/stop-signals.ts'
import { version } from './version.ts'

keepGoingWithoutReaders(process.stdout, process.stderr)

const isQuestion = process.argv.some((argument) => ['--help', '-h', '--version', '-V'].includes(argument))
// The contract takes a while to load: people hear of the command before that.
if (!isQuestion) process.stderr.write(`windmill-user-contract ${version}: loading the contract\n`)

const stop = listenForStop(process, {
  // On a terminal, progress stands in the line.
  write: (text) => process.stderr.write(process.stderr.isTTY ? `\n${text}` : text),
  exit: (status) => process.exit(status),
  clock: () => performance.now(),
  echo: process.env['npm_execpath'] ? 300 : 0,
})

const { runMain } = await import('./command/run-main.ts')
const status = await runMain(process.argv, {
  out: process.stdout,
  err: process.stderr,
  environment: process.env,
  clock: () => performance.now(),
  signal: stop.signal,
  watch: stop.watch,
})

// A connection that a server keeps open is not waited for, but for what is written of the run.
await Promise.all([process.stdout, process.stderr].map(flush))
process.exit(stop.exitStatus() ?? status)

function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()))
}
