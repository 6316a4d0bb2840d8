import { Command, Option } from 'commander'
import { checkDatabaseUrl, checkWatch, chooseStorage } from './choose-storage.ts'
import {
  environmentOptions,
  inOurForm,
  parseCommand,
  type Surroundings,
  wholeNumber,
} from './command-line.ts'
import type { CommandOptions } from './command-options.ts'
import { readHosts, readLatency, readOrigins, readSeed, readShare, readUrl } from './parsers.ts'

/**
 * Reads the arguments after the program's name, and what the environment says where they say nothing.
 *
 * @throws CommanderError, after it has written what is wrong; its `exitCode` is 0 where help or the version was asked for.
 */
export function readOptions(
  argv: readonly string[],
  version: string,
  surroundings: Surroundings,
): CommandOptions {
  const command = new Command('windmill-user-sandbox')
    .description("A stateful server of Windmill's user API, for development and tests.")
    .version(version)
    .addHelpText('after', examples)
  for (const each of describeOptions()) command.addOption(each)
  parseCommand(inOurForm(command, surroundings), argv, surroundings.environment)
  chooseStorage(command)
  checkDatabaseUrl(command)
  checkWatch(command)
  return command.opts<CommandOptions>()
}

const option = environmentOptions('SANDBOX')

function describeOptions(): Option[] {
  return [...describeServer(), ...describeData(), ...describeBehaviour()]
}

function describeServer(): Option[] {
  const expected = 'Expected a number from 0 to 65535, such as --port 8000.'
  return [
    option('--port <number>', 'where to listen; 0 chooses a free port')
      .argParser(wholeNumber({ least: 0, most: 65_535, expected }))
      .default(8000),
    option('--host <name>', 'the interface to listen on; 0.0.0.0 for all').default('localhost'),
    option('--public-url <url>', 'how people reach it (default: the host and port)').argParser(readUrl),
    option(
      '--allow-host <name>',
      'a further name in the Host header of requests, such as sandbox in a compose file, or * for all; repeatable',
    ).argParser(readHosts),
    option(
      '--allow-origin <origin>',
      'whose pages may call it with a token: http://localhost:5173, or * for all; repeatable',
    ).argParser(readOrigins),
  ]
}

function describeData(): Option[] {
  return [
    option('--data <directory>', 'keep what is written there (default: in memory)'),
    option(
      '--database-url <url>',
      'keep what is written in a PostgreSQL, which others may share',
      'DATABASE_URL',
    ),
    option('--share-database', 'allow a PostgreSQL database that already holds other tables').default(false),
    option(
      '--memory',
      'keep data in memory, even if the environment names a database or a directory',
    ).default(false),
    option(
      '--seed <world>',
      'what an empty database begins with: example (the people of the documentation), initial (one super admin), or a file of YAML or JSON. A database with accounts keeps them',
    )
      .argParser(readSeed)
      .default('example'),
    option('--watch', 'reload the file of --seed whenever it is saved, and forget what was written').default(
      false,
    ),
  ]
}

function describeBehaviour(): Option[] {
  return [
    option('--oauth-clients <file>', 'providers to log in with, beside the built-in: a file of YAML or JSON'),
    option('--check-responses', 'return 500 where a response deviates from the OpenAPI document').default(
      false,
    ),
    option('--latency <ms>', 'delay each request by a random time in this range, such as 50..200').argParser(
      readLatency,
    ),
    option('--fail <share>', 'fail this share of requests with 503, such as 2%').argParser(readShare),
    option('--fail-seed <number>', 'choose which requests are slow or fail')
      .argParser(wholeNumber({ least: 0, expected: 'Expected a whole number, such as --fail-seed 7.' }))
      .default(1),
    option(
      '--console',
      'serve a page at /sandbox that shows what the sandbox holds, and POST /sandbox/reset (default: on a loopback address with data in memory)',
    ),
    new Option('--no-console', 'do not serve that page'),
    option('--quiet', 'write neither the introduction nor a line of JSON for each request').default(false),
  ]
}

const examples = `
Examples:
  # http://localhost:8000/api, in memory, with the people of the documentation
  windmill-user-sandbox

  # with nobody but admin@windmill.dev / changeme
  windmill-user-sandbox --seed initial --port 3000

  # with the accounts, workspaces, members, invites and tokens of a file
  windmill-user-sandbox --seed ./world.yaml

  # the same, and again whenever the file is saved
  windmill-user-sandbox --seed ./world.yaml --watch

  # with a login by GitHub, Google or a provider of your own
  windmill-user-sandbox --oauth-clients ./oauth-clients.yaml

  # keeps its accounts, workspaces and tokens
  windmill-user-sandbox --data ./sandbox-data

  # keeps them in PostgreSQL, for as many processes as you start
  export SANDBOX_DATABASE_URL=postgres://user:password@localhost:5432/sandbox
  windmill-user-sandbox

  # in a container that others reach as http://sandbox:8000
  windmill-user-sandbox --host 0.0.0.0 --allow-host sandbox

  # slow, and failing now and then
  windmill-user-sandbox --latency 50..200 --fail 2%

  # behind a proxy that ends TLS: cookies get Secure
  windmill-user-sandbox --host 0.0.0.0 --public-url https://users.example.com

Options take precedence over environment variables. Empty variables are ignored. For booleans, use true or false:
SANDBOX_QUIET=false.`
