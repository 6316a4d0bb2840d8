import type { Command } from 'commander'
import { readChecked } from '../files/checked-file.ts'

/**
 * Fills in from a file what neither the command line nor the environment says.
 *
 * @throws `SetupProblem` with the line where the file breaks `schemas/config.schema.json`.
 */
export function applyConfig(command: Command): void {
  const { config } = command.opts<{ config?: string }>()
  if (config === undefined) return
  for (const [name, value] of Object.entries(Object(readChecked(config, 'config.schema.json').value))) {
    const source = command.getOptionValueSource(name)
    if (name === '$schema' || source === 'cli' || source === 'env') continue
    command.setOptionValueWithSource(name, parsed(command, name, value), 'config')
  }
}

/** Some values mean something as a text, such as `shard: 1/3`, or a list of such texts. */
function parsed(command: Command, name: string, value: unknown): unknown {
  const option = command.options.find((each) => each.attributeName() === name)
  if (!option?.parseArg) return value
  if (typeof value === 'string') return option.parseArg(value, undefined)
  return Array.isArray(value) ? option.parseArg(value.join(','), undefined) : value
}
