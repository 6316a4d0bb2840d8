import { Command, InvalidArgumentError, Option } from 'commander'
import { anyOrigin, isOrigin } from '../http/allow-origin.ts'

/** What the command line says. */
export interface CommandOptions {
  readonly port: number
  readonly host: string
  readonly data?: string
  readonly databaseUrl?: string
  /** A world by name, or a file. */
  readonly seed: string
  /** A file of OAuth clients. */
  readonly oauthClients?: string
  readonly publicUrl?: string
  readonly allowOrigin?: readonly string[]
  readonly checkResponses: boolean
  readonly quiet: boolean
}

interface Output {
  readonly write: (text: string) => void
  readonly writeError: (text: string) => void
}

/**
 * Reads the arguments after the program's name, and what the environment says where they say nothing.
 *
 * @throws CommanderError, after it has written what is wrong; its `exitCode` is 0 where help or the version was asked for.
 */
export function readOptions(argv: readonly string[], version: string, output: Output): CommandOptions {
  const command = new Command('windmill-user-sandbox')
    .description("A stateful server of Windmill's user API, for development and tests.")
    .version(version)
    .addHelpText('after', examples)
    .configureOutput({ writeOut: output.write, writeErr: output.writeError })
    .showHelpAfterError('Try --help.')
    .exitOverride()
  for (const option of describeOptions()) command.addOption(option)
  command.parse(argv, { from: 'user' })
  keepOneDatabase(command)
  checkDatabaseUrl(command)
  return command.opts<CommandOptions>()
}

function describeOptions(): Option[] {
  return [
    new Option('--port <number>', 'where to listen; 0 chooses a free port')
      .argParser(readPort)
      .default(8000)
      .env('SANDBOX_PORT'),
    new Option('--host <name>', 'the interface to listen on; 0.0.0.0 for all')
      .default('localhost')
      .env('SANDBOX_HOST'),
    new Option('--data <directory>', 'keep what is written there (default: in memory)').env('SANDBOX_DATA'),
    new Option('--database-url <url>', 'keep what is written in a PostgreSQL, which others may share').env(
      'DATABASE_URL',
    ),
    new Option(
      '--seed <world>',
      'what an empty database begins with: initial, example, or a file of YAML or JSON. A database with accounts keeps them',
    )
      .argParser(readSeed)
      .default('initial')
      .env('SANDBOX_SEED'),
    new Option(
      '--oauth-clients <file>',
      'providers to log in with, beside the built-in: a file of YAML or JSON',
    ).env('SANDBOX_OAUTH_CLIENTS'),
    new Option('--public-url <url>', 'how people reach it (default: the host and port)')
      .argParser(readUrl)
      .env('SANDBOX_PUBLIC_URL'),
    new Option(
      '--allow-origin <origin>',
      'whose pages may call it with a token: http://localhost:5173, or * for all; repeatable',
    )
      .argParser(readOrigins)
      .env('SANDBOX_ALLOW_ORIGIN'),
    new Option('--check-responses', 'answer 500 where an answer deviates from the document')
      .default(false)
      .env('SANDBOX_CHECK_RESPONSES'),
    new Option('--quiet', 'write neither the introduction nor a line of JSON for each request')
      .default(false)
      .env('SANDBOX_QUIET'),
  ]
}

/** An argument goes before the environment, also before that of the other kind of database. */
function keepOneDatabase(command: Command): void {
  const [data, url] = [command.getOptionValueSource('data'), command.getOptionValueSource('databaseUrl')]
  if (data === undefined || url === undefined) return
  if (data === url) command.error('error: expected either --data or --database-url, got both')
  command.setOptionValue(data === 'cli' ? 'databaseUrl' : 'data', undefined)
}

/** Not by the parser of the option, whose message would repeat it: it may hold a password. */
function checkDatabaseUrl(command: Command): void {
  const { databaseUrl } = command.opts<CommandOptions>()
  if (databaseUrl === undefined) return
  if (/^postgres(ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl)) return
  const isArgument = command.getOptionValueSource('databaseUrl') === 'cli'
  command.error(
    `error: ${isArgument ? '--database-url' : 'the environment variable DATABASE_URL'} is no URL of PostgreSQL. Expected one ` +
      'such as --database-url postgres://user:password@localhost:5432/sandbox, with %40 for an @ in the password. ' +
      'It is not repeated here, since it may hold a password.',
  )
}

const examples = `
Examples:
  windmill-user-sandbox
      http://localhost:8000/api, in memory, admin@windmill.dev / changeme
  windmill-user-sandbox --seed example --port 3000
      with the people of the documentation's examples
  windmill-user-sandbox --seed ./world.yaml
      with the accounts, workspaces, members, invites and tokens of a file
  windmill-user-sandbox --oauth-clients ./oauth-clients.yaml
      with a login by GitHub, Google or a provider of your own
  windmill-user-sandbox --data ./sandbox-data
      keeps its accounts, workspaces and tokens
  DATABASE_URL=postgres://user:password@localhost:5432/sandbox windmill-user-sandbox
      keeps them in PostgreSQL, for as many processes as you start
  windmill-user-sandbox --host 0.0.0.0 --public-url https://users.example.com
      behind a proxy that ends TLS: cookies get Secure`

function readPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('Expected a number from 0 to 65535, such as --port 8000.')
}

/** One more, or several with commas between them, as the environment has to say it. */
function readOrigins(text: string, before: readonly string[] = []): string[] {
  const origins = text.split(',').map((origin) => origin.trim())
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
