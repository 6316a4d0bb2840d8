import { Command, InvalidArgumentError, Option } from 'commander'
import { isRule, type Rule, rules } from '../suite/rule.ts'

/** What the command line says, with the environment filled in. */
export interface CommandOptions {
  readonly baseUrl?: string
  readonly adminEmail?: string
  readonly adminPassword?: string
  readonly filter?: readonly string[]
  readonly rule?: readonly Rule[]
  readonly internal: boolean
  readonly timeout: number
  readonly concurrency: number
  readonly list: boolean
}

const examples = `
Examples:
  # hold the sandbox to the contract
  windmill-user-contract --base-url http://localhost:8000/api --admin-email admin@windmill.dev --admin-password changeme

  # keep the password out of the command line
  export WINDMILL_CONTRACT_ADMIN_PASSWORD=…
  windmill-user-contract --base-url https://staging.example.com/api --admin-email admin@example.com

  # only two operations, with the base URL and the credentials in the environment
  windmill-user-contract --filter createToken --filter deleteToken

Exit status: 0 the contract holds, 1 it is violated, 2 the run could not begin or go on.`

/** The command line. `version` is printed by \`--version\`. */
export function createCommand(version: string): Command {
  return new Command('windmill-user-contract')
    .description(
      'Holds a running server to the contract of Windmill’s user API. What it makes there, it removes.',
    )
    .version(version)
    .addOption(new Option('--base-url <url>', 'where the API is').env('WINDMILL_CONTRACT_BASE_URL'))
    .addOption(
      new Option('--admin-email <email>', 'e-mail of a super admin').env('WINDMILL_CONTRACT_ADMIN_EMAIL'),
    )
    .addOption(
      new Option('--admin-password <password>', 'the password of that account').env(
        'WINDMILL_CONTRACT_ADMIN_PASSWORD',
      ),
    )
    .option('--filter <operationId>', 'check this operation alone; may be repeated', collect)
    .option('--rule <rule>', 'check this rule alone; may be repeated', collectRule)
    .option('--internal', 'check the internal operations that set the stage, too', false)
    .option('--timeout <ms>', 'how long one answer may take', parseMilliseconds, 10_000)
    .option('--concurrency <number>', 'how many operations are checked at a time', parseCount, 4)
    .option('--list', 'print what would be checked, and check nothing', false)
    .addHelpText('after', examples)
    .exitOverride()
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value]
}

function collectRule(value: string, previous: readonly Rule[] = []): readonly Rule[] {
  if (isRule(value)) return [...previous, value]
  throw new InvalidArgumentError(
    `No rule is called "${value}". Expected one of ${Object.keys(rules).join(', ')}.`,
  )
}

function parseCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count > 0) return count
  throw new InvalidArgumentError('Expected a whole number from 1, such as 4.')
}

function parseMilliseconds(text: string): number {
  const milliseconds = Number(text)
  if (Number.isInteger(milliseconds) && milliseconds > 0) return milliseconds
  throw new InvalidArgumentError('Expected a whole number of milliseconds, such as 10000.')
}
