import { ConfigurationFailure } from '../configuration/problem.ts'
import type { LogEntry } from '../ports.ts'
import { runCommand, wrongUse } from './command-line.ts'
import type { CommandOptions } from './command-options.ts'
import { explainFailure } from './explain-failure.ts'
import { readOptions } from './options.ts'
import { run } from './run.ts'

async function start(options: CommandOptions): Promise<void> {
  try {
    const nothing = () => undefined
    const tell = (text: string) => void process.stderr.write(text)
    const starting = run(options, options.quiet ? nothing : writeEntry, tell)
    // A start that fails ends by itself.
    const stop = () => void starting.then(({ stop: end }) => end()).catch(() => undefined)
    // A terminal that is closed sends the last.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
    const { introduction } = await starting
    if (!options.quiet) process.stdout.write(introduction)
  } catch (error) {
    process.stderr.write(`windmill-user-sandbox: ${explainFailure(error, options)}\n`)
    process.exitCode = error instanceof ConfigurationFailure ? wrongUse : 1
  }
}

/** Beside what it says to a person, so that either can be sent elsewhere. */
function writeEntry(entry: LogEntry): void {
  process.stderr.write(`${JSON.stringify(entry)}\n`)
}

await runCommand(new URL('../../package.json', import.meta.url), readOptions, start)
