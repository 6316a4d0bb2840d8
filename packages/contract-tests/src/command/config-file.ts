import { type Command, InvalidArgumentError } from 'commander'
import { SetupProblem } from '../errors.ts'
import { readChecked } from '../files/checked-file.ts'

/**
 * Fills in from a file what neither the command line nor the environment says.
 *
 * @throws `SetupProblem` with the line where the file breaks `schemas/config.schema.json`.
 */
export function applyConfig(command: Command): void {
  const { config } = command.opts<{ config?: string }>()
  if (config === undefined) return
  const { value: values, lineOf } = readChecked(config, 'config.schema.json')
  for (const [name, value] of Object.entries(Object(values))) {
    const source = command.getOptionValueSource(name)
    if (name === '$schema' || source === 'cli' || source === 'env') continue
    try {
      command.setOptionValueWithSource(name, parsed(command, name, value), 'config')
    } catch (cause) {
      if (!(cause instanceof InvalidArgumentError)) throw cause
      throw new SetupProblem(`${config}:${lineOf([name])}: ${name}: ${cause.message}`, { cause })
    }
  }
}

/** Some values mean something as a text, such as `shard: 1/3`, or a list of such texts. */
function parsed(command: Command, name: string, value: unknown): unknown {
  const option = command.options.find((each) => each.attributeName() === name)
  if (!option?.parseArg) return value
  if (typeof value === 'string') return option.parseArg(value, undefined)
  return Array.isArray(value) ? option.parseArg(value.join(','), undefined) : value
}
