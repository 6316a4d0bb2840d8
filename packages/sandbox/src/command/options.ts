import { Command, InvalidArgumentError, Option } from 'commander'
import { isHostName } from '../http/allow-host.ts'
import { anyOrigin, isOrigin } from '../http/allow-origin.ts'
import {
  applyEnvironment,
  describeOption,
  type Environment,
  environmentOptions,
  formatOption,
  wholeNumber,
} from './command-line.ts'

/** What the command line says. */
export interface CommandOptions {
  readonly port: number
  readonly host: string
  readonly data?: string
  readonly databaseUrl?: string
  readonly shareDatabase?: boolean
  /** A world by name, or a file. */
  readonly seed: string
  /** A file of OAuth clients. */
  readonly oauthClients?: string
  readonly publicUrl?: string
  readonly allowHost?: readonly string[]
  readonly allowOrigin?: readonly string[]
  readonly checkResponses: boolean
  /** Undefined: where nobody but this machine can use it. */
  readonly console?: boolean
  /** Whether it begins again whenever the file of `seed` is saved. */
  readonly watch: boolean
  readonly quiet: boolean
}

/** What the command reads beside its arguments, and where it writes. */
interface Surroundings {
  readonly environment: Environment
  readonly write: (text: string) => void
  readonly writeError: (text: string) => void
}

/**
 * Reads the arguments after the program's name, and what the environment says where they say nothing.
 *
 * @throws CommanderError, after it has written what is wrong; its `exitCode` is 0 where help or the version was asked for.
 */
export function readOptions(
  argv: readonly string[],
  version: string,
  { environment, write, writeError }: Surroundings,
): CommandOptions {
  const command = new Command('windmill-user-sandbox')
    .description("A stateful server of Windmill's user API, for development and tests.")
    .version(version)
    .addHelpText('after', examples)
    .configureHelp({ formatItem: formatOption, optionDescription: describeOption })
    .configureOutput({ writeOut: write, writeErr: writeError })
    .showHelpAfterError('Try --help.')
    .exitOverride()
  for (const each of describeOptions()) command.addOption(each)
  command.parse(argv, { from: 'user' })
  readEnvironment(command, environment)
  keepOneDatabase(command)
  checkDatabaseUrl(command)
  checkWatch(command)
  return command.opts<CommandOptions>()
}

function readEnvironment(command: Command, environment: Environment): void {
  try {
    applyEnvironment(command, environment)
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error
    command.error(`error: ${error.message}`)
  }
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
    option('--share-database', 'use a PostgreSQL that holds tables of something else, too').default(false),
    option('--memory', 'keep nothing, whatever the environment says').default(false),
    option(
      '--seed <world>',
      'what an empty database begins with: initial, example, or a file of YAML or JSON. A database with accounts keeps them',
    )
      .argParser(readSeed)
      .default('initial'),
    option('--watch', 'begin again whenever the file of --seed is saved').default(false),
  ]
}

function describeBehaviour(): Option[] {
  return [
    option('--oauth-clients <file>', 'providers to log in with, beside the built-in: a file of YAML or JSON'),
    option('--check-responses', 'return 500 where a response deviates from the OpenAPI document').default(
      false,
    ),
    option(
      '--console',
      'serve a page at /sandbox that shows everything, and a reset (default: on a loopback address with data in memory)',
    ),
    new Option('--no-console', 'serve no such page'),
    option('--quiet', 'write neither the introduction nor a line of JSON for each request').default(false),
  ]
}

/** An argument goes before the environment, also before that of the other kinds of storage. */
function keepOneDatabase(command: Command): void {
  const places = ['data', 'databaseUrl', 'memory'].filter((name) => isGiven(command, name))
  const arguments_ = places.filter((name) => command.getOptionValueSource(name) === 'cli')
  const chosen = arguments_.length > 0 ? arguments_ : places
  if (chosen.length > 1) {
    const [first, second] = chosen.map((name) => flagOf(command, name))
    command.error(`error: expected either ${first} or ${second}, got both`)
  }
  for (const name of places) if (!chosen.includes(name)) command.setOptionValue(name, undefined)
}

function isGiven(command: Command, name: string): boolean {
  const value: unknown = command.getOptionValue(name)
  return value !== undefined && value !== false
}

function flagOf(command: Command, name: string): string {
  return command.options.find((each) => each.attributeName() === name)?.long ?? name
}

/** Not by the parser of the option, whose message would repeat it: it may hold a password. */
function checkDatabaseUrl(command: Command): void {
  const { databaseUrl } = command.opts<CommandOptions>()
  if (databaseUrl === undefined) return
  if (/^postgres(ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl)) return
  const isArgument = command.getOptionValueSource('databaseUrl') === 'cli'
  command.error(
    `error: ${isArgument ? '--database-url' : 'the database URL of the environment'} is not a URL of PostgreSQL. Expected one ` +
      'such as --database-url postgres://user:password@localhost:5432/sandbox, with %40 for an @ in the password. ' +
      'It is not repeated here, since it may hold a password. To keep data in memory instead, use --memory.',
  )
}

/** A reload forgets everything that was written. */
function checkWatch(command: Command): void {
  const { watch, seed, data, databaseUrl } = command.opts<CommandOptions>()
  if (!watch) return
  if (seed === 'initial' || seed === 'example')
    command.error('error: expected a file to watch, such as --seed ./world.yaml --watch')
  if (data !== undefined || databaseUrl !== undefined)
    command.error(
      'error: --watch forgets what was written at each reload. Expected data in memory: use --memory',
    )
}

const examples = `
Examples:
  # http://localhost:8000/api, in memory, admin@windmill.dev / changeme
  windmill-user-sandbox

  # with the people of the documentation
  windmill-user-sandbox --seed example --port 3000

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

  # behind a proxy that ends TLS: cookies get Secure
  windmill-user-sandbox --host 0.0.0.0 --public-url https://users.example.com

Options go before the environment, where an empty value means that there is none. SANDBOX_QUIET=false is off.`

function readHosts(text: string, before: readonly string[] = []): string[] {
  const hosts = listed(text)
  if (hosts.every(isHostName)) return [...before, ...hosts]
  throw new InvalidArgumentError(
    'Expected a host without a port, such as --allow-host users.example.com, or *.',
  )
}

/** One, or several with commas between them, as the environment has to say it. */
function listed(text: string): string[] {
  return text.split(',').map((each) => each.trim())
}

function readOrigins(text: string, before: readonly string[] = []): string[] {
  const origins = listed(text)
  if (origins.every((origin) => origin === anyOrigin || isOrigin(origin))) return [...before, ...origins]
  throw new InvalidArgumentError(
    'Expected an origin as browsers send it, such as --allow-origin http://localhost:5173, or *.',
  )
}

function readSeed(text: string): string {
  if (text === 'initial' || text === 'example' || /[./\\]/.test(text)) return text
  throw new InvalidArgumentError(
    'Expected initial, example, or a file of YAML or JSON, such as --seed ./world.yaml.',
  )
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin
  throw new InvalidArgumentError(
    'Expected an http or https URL without a path, such as --public-url https://users.example.com.',
  )
}
