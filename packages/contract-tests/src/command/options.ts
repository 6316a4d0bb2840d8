import { Argument, Command } from 'commander'
import type { Rule } from '../document/rule.ts'
import type { Given } from '../fixtures/fixtures.ts'
import { defaultFolder } from '../fixtures/manifest-file.ts'
import { type Profile, profiles } from '../run/read-only.ts'
import type { Shard } from '../run/select-contracts.ts'
import { environmentOptions, formatOption, wrapProse } from './command-line.ts'
import {
  collect,
  collectOperations,
  collectReports,
  collectRules,
  parseCount,
  parseMilliseconds,
  parseSeed,
  parseShard,
} from './parsers.ts'
import type { ReportFile } from './write-reports.ts'

/** What the command line says, with the environment and the configuration file filled in. */
export interface CommandOptions {
  readonly baseUrl?: string
  readonly adminEmail?: string
  readonly adminPassword?: string
  readonly config?: string
  readonly filter?: readonly string[]
  readonly rule?: readonly Rule[]
  readonly internal: boolean
  readonly implements?: readonly string[]
  readonly except?: readonly string[]
  /** From the configuration file alone. */
  readonly accounts?: Given['accounts']
  readonly profile: Profile
  readonly workspace?: string
  readonly seed?: number
  readonly shard?: Shard
  readonly bail: boolean
  readonly report?: readonly ReportFile[]
  readonly deviations?: string
  readonly writeDeviations?: string
  readonly manifest?: string
  readonly pruneDeviations: boolean
  readonly verbose: boolean
  readonly timeout: number
  readonly concurrency: number
  readonly list: boolean
  readonly detect: boolean
  /** By the argument of that name. */
  readonly verify?: boolean
  readonly offline: boolean
  /** The name of a run, or true for all. */
  readonly cleanup?: string | true
}

const option = environmentOptions('WINDMILL_CONTRACT')

const examples = `
Examples:
  # hold the sandbox to the contract
  windmill-user-contract --base-url http://localhost:8000/api --admin-email admin@windmill.dev --admin-password changeme

  # keep the password out of the command line
  export WINDMILL_CONTRACT_ADMIN_PASSWORD=…
  windmill-user-contract --base-url https://staging.example.com/api --admin-email admin@example.com

  # only two operations, with the base URL and the credentials in the environment
  windmill-user-contract --filter createToken --filter deleteToken

  # on a production server: creates nothing but sessions
  windmill-user-contract --profile read-only --workspace demo

  # on every pull request: the most important checks alone
  windmill-user-contract --profile quick

  # a server with a part of the API: only the operations that it has are called
  windmill-user-contract --detect --base-url http://localhost:8000/api > contract.yaml
  windmill-user-contract --config contract.yaml

  # in the CI of a server: one line that says whether it still fits, and one about newer versions
  windmill-user-contract verify --base-url https://staging.example.com/api --admin-email admin@example.com

  # remove what a killed run left
  windmill-user-contract --cleanup k3v9x0qa7c --base-url https://staging.example.com/api

Options can also be set in the environment: --base-url as WINDMILL_CONTRACT_BASE_URL, --internal as
WINDMILL_CONTRACT_INTERNAL=true. An empty variable is ignored. --write-deviations, --prune-deviations, --cleanup, --list,
--detect and --offline have no variable.

Exit status: 0 nothing new differs, 1 something does, 2 the run could not begin or go on; 130, 143 or 129 after SIGINT, SIGTERM
or SIGHUP. With --cleanup: 0 nothing is left, 1 something is.`

/** The command line. `version` is printed by `--version`. */
export function createCommand(version: string): Command {
  return addFiles(addChoices(addServer(new Command('windmill-user-contract'))))
    .version(version)
    .addArgument(
      new Argument(
        '[verify]',
        'print one line with the result, and one with what the newest version would add',
      ).choices(['verify']),
    )
    .configureHelp({ formatItem: formatOption })
    .addHelpText('after', ({ command }) => wrapProse(examples, command.configureOutput().getOutHelpWidth?.()))
    .exitOverride()
}

/** Which server, and as which account. */
function addServer(command: Command): Command {
  return command
    .description(
      'Holds a running server to the contract of Windmill’s user API. Removes everything that it creates.',
    )
    .addOption(option('--base-url <url>', 'the base URL of the API'))
    .addOption(option('--admin-email <email>', 'the e-mail of a super admin; the account is not changed'))
    .addOption(option('--admin-password <password>', 'the password of that account'))
    .addOption(option('--config <file>', 'YAML or JSON with any of these options, in camel case'))
}

/** Which checks, and how. */
function addChoices(command: Command): Command {
  return command
    .addOption(
      option('--filter <operationId>', 'check this operation alone; may be repeated').argParser(collect),
    )
    .addOption(
      option(
        '--implements <operationId>',
        'the server has this operation; may be repeated; no other operation is called',
      ).argParser(collectOperations),
    )
    .addOption(
      option('--except <operationId>', 'the server lacks this operation; may be repeated').argParser(
        collectOperations,
      ),
    )
    .addOption(option('--rule <rule>', 'check this rule alone; may be repeated').argParser(collectRules))
    .addOption(
      option('--internal', 'check the internal operations on which checks depend, too').default(false),
    )
    .addOption(
      option(
        '--profile <profile>',
        'how much is done: "quick" makes the most important checks alone, "read-only" makes nothing but sessions',
      )
        .choices(profiles)
        .default('full'),
    )
    .addOption(
      option('--workspace <id>', 'a workspace to use where the run cannot create one; it is not changed'),
    )
    .addOption(option('--seed <number>', 'repeat the random cases of an earlier run').argParser(parseSeed))
    .addOption(
      option('--shard <part>', 'run one part of the checks: index/total, for example 1/3').argParser(
        parseShard,
      ),
    )
    .addOption(option('--bail', 'end the run at the first difference').default(false))
}

/** What is written and read, and what else the command can do. */
function addFiles(command: Command): Command {
  return command
    .addOption(
      option(
        '--report <kind=file>',
        'write a report too: junit, sarif, har, json or html; may be repeated',
      ).argParser(collectReports),
    )
    .addOption(option('--verbose', 'print every finding with its request and response').default(false))
    .addOption(option('--deviations <file>', 'the accepted differences of this server'))
    .option('--write-deviations <file>', 'write a deviations file with one entry per finding')
    .addOption(
      option('--manifest <folder>', 'where the run lists what it creates, for --cleanup').default(
        defaultFolder,
      ),
    )
    .option('--prune-deviations', 'remove from --deviations what no longer occurs', false)
    .addOption(
      option('--timeout <ms>', 'how long one response may take').argParser(parseMilliseconds).default(10_000),
    )
    .addOption(
      option('--concurrency <number>', 'how many operations are checked at a time')
        .argParser(parseCount)
        .default(8),
    )
    .option('--cleanup [run]', 'remove what killed runs left, or what one run left, without running checks')
    .option('--list', 'print every check without running it', false)
    .option('--detect', 'print a --config with the operations that the server has, and check nothing', false)
    .option('--offline', 'with verify: do not ask the registry of npm for a newer version', false)
}
