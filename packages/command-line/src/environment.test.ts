import { Command } from 'commander'
import { expect, test } from 'vitest'
import { applyEnvironment, type Environment, environmentOptions, wholeNumber } from './index.ts'

const option = environmentOptions('SANDBOX')
const expected = 'Expected a number from 0 to 65535, such as --port 8000.'

function options(environment: Environment, ...args: readonly string[]) {
  const command = new Command()
    .addOption(option('--quiet', 'write nothing').default(false))
    .addOption(option('--database-url <url>', 'where to keep data', 'DATABASE_URL'))
    .addOption(
      option('--port <number>', 'where to listen')
        .argParser(wholeNumber({ least: 0, most: 65_535, expected }))
        .default(8000),
    )
    .parse(args, { from: 'user' })
  applyEnvironment(command, environment)
  return command.opts()
}

test('an argument goes before a variable, which goes before the default', () => {
  expect(options({ SANDBOX_PORT: '8001' }, '--port', '8002')['port']).toBe(8002)
  expect(options({ SANDBOX_PORT: '8001' })['port']).toBe(8001)
  expect(options({})['port']).toBe(8000)
})

test('of two variables the first that says something counts', () => {
  expect(options({ SANDBOX_DATABASE_URL: 'a', DATABASE_URL: 'b' })['databaseUrl']).toBe('a')
  expect(options({ SANDBOX_DATABASE_URL: ' ', DATABASE_URL: 'b' })['databaseUrl']).toBe('b')
})

test.each([
  ...['true', '1', 'yes', 'on', 'TRUE', ' true '].map((text) => [text, true] as const),
  ...['false', '0', 'no', 'off', 'False', '', ' '].map((text) => [text, false] as const),
])('%j switches an option: %s', (text, value) => {
  expect(options({ SANDBOX_QUIET: text })['quiet']).toBe(value)
})

test('an empty value says nothing', () => {
  const empty = { SANDBOX_QUIET: '', SANDBOX_DATABASE_URL: '', DATABASE_URL: '', SANDBOX_PORT: '' }
  expect(options(empty)).toEqual(options({}))
})

test.each<[Environment, string]>([
  [{ SANDBOX_QUIET: 'perhaps' }, 'SANDBOX_QUIET is "perhaps". Expected true or false.'],
  ...['http', '65536', '1e3', '0x10', '-1', '8000.5'].map((text): [Environment, string] => [
    { SANDBOX_PORT: text },
    `SANDBOX_PORT is "${text}". ${expected}`,
  ]),
])('refuses %j with the name of the variable', (environment, message) => {
  expect(() => options(environment)).toThrow(message)
})
