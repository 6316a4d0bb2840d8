import type { Command } from 'commander'
import type { CommandOptions } from './command-options.ts'

/** From what counts most to what counts least: the variable of an application only where nothing else says where data is kept. */
const sources = ['cli', 'env', 'fallback']

/** Leaves one place for the data, of those that arguments and the environment name. */
export function chooseStorage(command: Command): void {
  const places = ['data', 'databaseUrl', 'memory'].filter((name) => isGiven(command, name))
  const rankOf = (name: string) => sources.indexOf(command.getOptionValueSource(name) ?? '')
  const best = Math.min(...places.map(rankOf))
  const named = places.filter((name) => rankOf(name) === best)
  const chosen = best > 0 && named.includes('memory') ? ['memory'] : named
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

/** Refuses what is no URL of PostgreSQL. Not by the parser of the option, whose message would repeat it: it may hold a password. */
export function checkDatabaseUrl(command: Command): void {
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

/** Refuses to follow a file where a reload would forget what is kept. */
export function checkWatch(command: Command): void {
  const { watch, seed, data, databaseUrl } = command.opts<CommandOptions>()
  if (!watch) return
  if (seed === 'initial' || seed === 'example')
    command.error('error: expected a file to watch, such as --seed ./world.yaml --watch')
  if (data !== undefined || databaseUrl !== undefined)
    command.error(
      'error: --watch forgets what was written at each reload. Expected data in memory: use --memory',
    )
}
