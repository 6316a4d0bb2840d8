import { readFile } from 'node:fs/promises'
import { type Command, CommanderError } from 'commander'
import type { Environment } from './environment.ts'
import { describeOption, formatOption } from './help.ts'
import { keepGoingWithoutReaders } from './streams.ts'

/** What a command reads beside its arguments, and where it writes. */
export interface Surroundings {
  readonly environment: Environment
  readonly write: (text: string) => void
  readonly writeError: (text: string) => void
}

/** Of a command line that says something wrong. */
export const wrongUse = 2

/** Makes a command write its help and what is wrong in our form, and throw instead of ending the process. */
export function inOurForm(command: Command, { write, writeError }: Surroundings): Command {
  return command
    .configureHelp({ formatItem: formatOption, optionDescription: describeOption })
    .configureOutput({ writeOut: write, writeErr: writeError })
    .showHelpAfterError('Try --help.')
    .exitOverride()
}

/**
 * The program of a command: reads its options and starts it. It ends with 2 where these are wrong.
 *
 * @example
 * await runCommand(new URL('../package.json', import.meta.url), readOptions, start)
 */
export async function runCommand<Options>(
  manifest: URL,
  readOptions: (argv: readonly string[], version: string, surroundings: Surroundings) => Options,
  start: (options: Options) => Promise<void>,
): Promise<void> {
  keepGoingWithoutReaders(process.stdout, process.stderr)
  const { version } = JSON.parse(await readFile(manifest, 'utf8'))
  try {
    const options = readOptions(process.argv.slice(2), version, {
      environment: process.env,
      write: (text) => process.stdout.write(text),
      writeError: (text) => process.stderr.write(text),
    })
    await start(options)
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    process.exitCode = error.exitCode === 0 ? 0 : wrongUse
  }
}
