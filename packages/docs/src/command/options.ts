import {
  environmentOptions,
  inOurForm,
  parseCommand,
  type Surroundings,
  wholeNumber,
} from '@windmill-user-api/command-line'
import { Command, InvalidArgumentError } from 'commander'

/** What the command line says. */
export interface CommandOptions {
  readonly port: number
  readonly host: string
  readonly basePath?: string
  readonly publicUrl?: string
  readonly allowHost?: readonly string[]
  readonly data?: string
}

/**
 * Reads the arguments after the program's name, and what the environment says where they say nothing.
 *
 * @throws CommanderError, after it has written what is wrong. Its `exitCode` is 0 if help or the version was asked for.
 */
export function readOptions(
  argv: readonly string[],
  version: string,
  surroundings: Surroundings,
): CommandOptions {
  const command = new Command('windmill-user-docs')
    .description("Serves the docs of Windmill's user API, with a sandbox behind them that answers calls.")
    .version(version)
    .allowExcessArguments(false)
    .addHelpText('after', examples)
  for (const each of describeOptions()) command.addOption(each)
  parseCommand(inOurForm(command, surroundings), argv, surroundings.environment)
  return command.opts<CommandOptions>()
}

const option = environmentOptions('WINDMILL_DOCS')

function describeOptions() {
  const expected = 'Expected a number from 0 to 65535, such as --port 8000.'
  return [
    option('--port <number>', 'where to listen; 0 chooses a free port')
      .argParser(wholeNumber({ least: 0, most: 65_535, expected }))
      .default(8000),
    option('--host <name>', 'the interface to listen on; 0.0.0.0 for all').default('localhost'),
    option(
      '--base-path <path>',
      'serve everything below this path, such as /docs/v1, for a proxy that keeps it',
    ).argParser(readBasePath),
    option('--public-url <url>', 'how people reach it (default: the host and port)').argParser(readOrigin),
    option(
      '--allow-host <name>',
      'a further name in the Host header of requests, or * for all; repeatable',
    ).argParser((text: string, before: readonly string[] = []) => [...before, ...text.split(',')]),
    option('--data <directory>', 'keep what is written to the sandbox there (default: in memory)'),
  ]
}

/** With a slash at its start and none at its end; the root is none. */
export function readBasePath(text: string): string {
  const path = text.replace(/\/$/, '')
  if (path === '' || /^(?:\/[\w.~-]*[\w~-])+$/.test(path)) return path
  throw new InvalidArgumentError(
    'Expected a path of letters, digits and hyphens that begins with a slash, such as --base-path /docs/v1.',
  )
}

function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin
  throw new InvalidArgumentError(
    'Expected an http or https URL without a path, such as --public-url https://docs.example.com.',
  )
}

const examples = `
Examples:
  # the docs at http://localhost:8000/, a sandbox at http://localhost:8000/api
  windmill-user-docs

  # on a free port
  windmill-user-docs --port 0

  # behind a proxy that hands on https://example.com/docs/v1/
  windmill-user-docs --base-path /docs/v1 --public-url https://example.com

What is written to the sandbox is gone when the command ends, unless --data names a directory.
Ctrl-C ends it with status 0. Wrong options end it with 2, and a port that is taken with 1.`
