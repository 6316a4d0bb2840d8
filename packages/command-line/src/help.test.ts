import { Command } from 'commander'
import { expect, test } from 'vitest'
import { describeOption, environmentOptions, formatOption } from './index.ts'

const option = environmentOptions('SANDBOX')

/** The help as a terminal of this width gets it. */
function helpAt(width: number): string {
  return new Command('windmill-user-sandbox')
    .addOption(option('--port <number>', 'where to listen; 0 chooses a free port').default(8000))
    .addOption(option('--database-url <url>', 'keep what is written in a PostgreSQL', 'DATABASE_URL'))
    .configureHelp({ formatItem: formatOption, optionDescription: describeOption, helpWidth: width })
    .helpInformation()
}

test.each([40, 59, 60, 80, 100])('fits %i columns', (width) => {
  expect(
    helpAt(width)
      .split('\n')
      .filter((line) => line.length > width),
  ).toEqual([])
})

test('a narrow terminal has each description below its option', () => {
  expect(helpAt(40)).toContain('  --port <number>\n      where to listen;')
})

test('names the default and the variables of an option', () => {
  const text = helpAt(100).replaceAll(/\s+/g, ' ')
  expect(text).toContain('(default: 8000, env: SANDBOX_PORT)')
  expect(text).toContain('(env: SANDBOX_DATABASE_URL or DATABASE_URL)')
})
