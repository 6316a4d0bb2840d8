import { Command, InvalidArgumentError, Option } from 'commander'

/** What the command line says. */
export interface CommandOptions {
  readonly port: number
  readonly host: string
  readonly data?: string
  readonly seed: 'initial' | 'example'
  readonly publicUrl?: string
  readonly checkResponses: boolean
}

interface Output {
  readonly write: (text: string) => void
  readonly writeError: (text: string) => void
}

/**
 * Reads the arguments after the program's name.
 *
 * @throws CommanderError, after it has written what is wrong; its `exitCode` is 0 where help or the version was asked for.
 */
export function readOptions(argv: readonly string[], version: string, output: Output): CommandOptions {
  const command = new Command('windmill-user-sandbox')
    .description("A stateful server of Windmill's user API, for development and tests.")
    .version(version)
    .option('--port <number>', 'where to listen; 0 chooses a free port', readPort, 8000)
    .option('--host <name>', 'the interface to listen on; 0.0.0.0 for all', 'localhost')
    .option('--data <directory>', 'keep what is written there (default: in memory)')
    .addOption(
      new Option('--seed <world>', 'what a new sandbox begins with')
        .choices(['initial', 'example'])
        .default('initial'),
    )
    .option('--public-url <url>', 'how people reach it (default: the host and port)', readUrl)
    .option('--check-responses', 'answer 500 where an answer deviates from the document', false)
    .addHelpText('after', examples)
    .configureOutput({ writeOut: output.write, writeErr: output.writeError })
    .showHelpAfterError('Try --help.')
    .exitOverride()
  return command.parse(argv, { from: 'user' }).opts<CommandOptions>()
}

const examples = `
Examples:
  windmill-user-sandbox
      http://localhost:8000/api, in memory, admin@windmill.dev / changeme
  windmill-user-sandbox --seed example --port 3000
      with the people of the documentation's examples
  windmill-user-sandbox --data ./sandbox-data
      keeps its accounts, workspaces and tokens
  windmill-user-sandbox --host 0.0.0.0 --public-url https://users.example.com
      behind a proxy that ends TLS: cookies get Secure`

function readPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('Expected a number from 0 to 65535, such as --port 8000.')
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin
  throw new InvalidArgumentError(
    'Expected an http or https URL without a path, such as --public-url https://users.example.com.',
  )
}
