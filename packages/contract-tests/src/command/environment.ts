import { type Command, InvalidArgumentError, Option } from 'commander'
import { SetupProblem } from '../errors.ts'

/** The variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>

/** An option that the environment can give as well: `--base-url` as `WINDMILL_CONTRACT_BASE_URL`. */
export class EnvironmentOption extends Option {
  /** The name of the variable. */
  readonly variable: string

  constructor(flags: string, description: string) {
    super(flags, description)
    this.variable = `WINDMILL_CONTRACT_${this.name().toUpperCase().replaceAll('-', '_')}`
  }
}

/**
 * Fills in from the environment what the command line does not say. A variable without a value says nothing.
 *
 * @throws `SetupProblem` with the name of the variable, where its value is none of the option.
 */
export function applyEnvironment(command: Command, environment: Environment): void {
  for (const option of command.options) {
    if (!(option instanceof EnvironmentOption)) continue
    const text = readText(environment, option.variable)
    const name = option.attributeName()
    if (text === undefined || command.getOptionValueSource(name) === 'cli') continue
    command.setOptionValueWithSource(name, parse(option, text), 'env')
  }
}

/** The value of a variable; undefined where it is not set, or empty. */
export function readText(environment: Environment, variable: string): string | undefined {
  return environment[variable]?.trim() || undefined
}

function parse(option: EnvironmentOption, text: string): unknown {
  if (option.isBoolean()) return parseBoolean(option.variable, text)
  try {
    return option.parseArg ? option.parseArg(text, undefined) : text
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error
    throw new SetupProblem(`${option.variable} is ${JSON.stringify(text)}. ${error.message}`, {
      cause: error,
    })
  }
}

const words = { yes: ['true', '1', 'yes', 'on'], no: ['false', '0', 'no', 'off'] }

function parseBoolean(variable: string, text: string): boolean {
  const word = text.toLowerCase()
  if (words.yes.includes(word)) return true
  if (words.no.includes(word)) return false
  throw new SetupProblem(`${variable} is ${JSON.stringify(text)}. Expected true or false.`)
}
