import { type Command, InvalidArgumentError, Option } from 'commander'

/** The variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>

/** An option that the environment can give as well. */
export class EnvironmentOption extends Option {
  /** The names of the variables. The first that says something counts. */
  readonly variables: readonly string[]

  constructor(flags: string, description: string, prefix: string, others: readonly string[]) {
    super(flags, description)
    this.variables = [`${prefix}_${this.name().toUpperCase().replaceAll('-', '_')}`, ...others]
  }
}

/**
 * The options of a command, each with its variable: `--base-url` as `WINDMILL_CONTRACT_BASE_URL`.
 *
 * @example
 * ```ts
 * const option = environmentOptions('SANDBOX')
 * option('--database-url <url>', 'where to keep data', 'DATABASE_URL') // SANDBOX_DATABASE_URL, else DATABASE_URL
 * ```
 */
export function environmentOptions(prefix: string) {
  return (flags: string, description: string, ...others: readonly string[]): EnvironmentOption =>
    new EnvironmentOption(flags, description, prefix, others)
}

/**
 * Fills in from the environment what the command line does not say. A variable without a value says nothing. The source of such a value is
 * `env`, or `fallback` for another variable than the first.
 *
 * @throws InvalidArgumentError with the name of the variable, where its value is none of the option.
 */
export function applyEnvironment(command: Command, environment: Environment): void {
  for (const option of command.options) {
    if (!(option instanceof EnvironmentOption)) continue
    const variable = option.variables.find((name) => readText(environment, name) !== undefined)
    const name = option.attributeName()
    if (variable === undefined || command.getOptionValueSource(name) === 'cli') continue
    const text = readText(environment, variable) ?? ''
    const source = variable === option.variables[0] ? 'env' : 'fallback'
    command.setOptionValueWithSource(name, parse(option, variable, text), source)
  }
}

/**
 * Parses the arguments after the program's name, and fills in from the environment what they do not say.
 *
 * @throws CommanderError, after the command has written what is wrong, if it has `exitOverride()`.
 */
export function parseCommand(command: Command, argv: readonly string[], environment: Environment): void {
  command.parse(argv, { from: 'user' })
  try {
    applyEnvironment(command, environment)
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error
    command.error(`error: ${error.message}`)
  }
}

/** The value of a variable; undefined where it is not set, or empty. */
export function readText(environment: Environment, variable: string): string | undefined {
  return environment[variable]?.trim() || undefined
}

function parse(option: EnvironmentOption, variable: string, text: string): unknown {
  if (option.isBoolean()) return parseBoolean(variable, text)
  try {
    return option.parseArg ? option.parseArg(text, undefined) : text
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error
    throw new InvalidArgumentError(`${variable} is ${JSON.stringify(text)}. ${error.message}`)
  }
}

const words = { yes: ['true', '1', 'yes', 'on'], no: ['false', '0', 'no', 'off'] }

function parseBoolean(variable: string, text: string): boolean {
  const word = text.toLowerCase()
  if (words.yes.includes(word)) return true
  if (words.no.includes(word)) return false
  throw new InvalidArgumentError(`${variable} is ${JSON.stringify(text)}. Expected true or false.`)
}
