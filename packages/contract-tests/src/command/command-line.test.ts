import { InvalidArgumentError } from 'commander'
import { expect, test } from 'vitest'
import { applyEnvironment, type Environment } from './command-line.ts'
import { createCommand } from './options.ts'

function options(environment: Environment, ...args: readonly string[]) {
  const command = createCommand('1.2.3').parse(args, { from: 'user' })
  applyEnvironment(command, environment)
  return command.opts()
}

test('fills in what the command line does not say', () => {
  const environment = {
    WINDMILL_CONTRACT_BASE_URL: 'http://localhost:8000/api',
    WINDMILL_CONTRACT_ADMIN_PASSWORD: 'from-environment',
  }
  expect(options(environment, '--base-url', 'http://elsewhere/api')).toMatchObject({
    baseUrl: 'http://elsewhere/api',
    adminPassword: 'from-environment',
  })
})

test('takes several values, separated by commas', () => {
  const environment = { WINDMILL_CONTRACT_FILTER: 'whoami, whois', WINDMILL_CONTRACT_SHARD: '2/3' }
  expect(options(environment)).toMatchObject({
    filter: ['whoami', 'whois'],
    shard: { index: 2, count: 3 },
  })
})

test.each([
  ...['true', '1', 'yes', 'on', 'TRUE', ' true '].map((text) => [text, true] as const),
  ...['false', '0', 'no', 'off', 'False', '', ' '].map((text) => [text, false] as const),
])('%j switches an option: %s', (text, expected) => {
  expect(options({ WINDMILL_CONTRACT_INTERNAL: text })['internal']).toBe(expected)
})

test('an empty value says nothing', () => {
  const names = ['BASE_URL', 'WORKSPACE', 'TIMEOUT', 'REPORT', 'SHARD', 'PROFILE', 'MANIFEST', 'IMPLEMENTS']
  const empty = Object.fromEntries(names.map((name) => [`WINDMILL_CONTRACT_${name}`, '']))
  expect(options(empty)).toEqual(options({}))
})

test.each([
  ['INTERNAL', 'perhaps', 'WINDMILL_CONTRACT_INTERNAL is "perhaps". Expected true or false.'],
  ['TIMEOUT', 'soon', 'WINDMILL_CONTRACT_TIMEOUT is "soon". Expected a whole number of milliseconds'],
  ['PROFILE', 'gentle', 'WINDMILL_CONTRACT_PROFILE is "gentle". Allowed choices are full, '],
  [
    'IMPLEMENTS',
    'whoiam',
    'WINDMILL_CONTRACT_IMPLEMENTS is "whoiam". No operation is called "whoiam". Did you mean "whoami"?',
  ],
])('says which variable is wrong: %s', (name, text, message) => {
  const wrong = () => options({ [`WINDMILL_CONTRACT_${name}`]: text })
  expect(wrong).toThrow(InvalidArgumentError)
  expect(wrong).toThrow(message)
})

/** The help as a terminal of this width gets it. */
function helpAt(width: number): readonly string[] {
  let text = ''
  const command = createCommand('1.2.3').configureOutput({
    getOutHelpWidth: () => width,
    writeOut: (part) => {
      text += part
    },
  })
  command.outputHelp()
  return text.split('\n')
}

/** Commands are copied, and stay in one line. */
function isCommand(line: string): boolean {
  return /^(?: {2}(?:windmill-user-contract|export|#)|Usage:) /.test(line)
}

test.each([40, 80, 100])('its sentences fit %i columns', (width) => {
  const wide = helpAt(width).filter((line) => line.length > width && !isCommand(line))
  expect(wide).toEqual([])
})

test('a narrow terminal has each description below its option', () => {
  const lines = helpAt(40)
  expect(lines[lines.indexOf('  --base-url <url>') + 1]).toBe('      the base URL of the API')
})
