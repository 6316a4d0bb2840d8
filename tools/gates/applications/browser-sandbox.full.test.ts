import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../../src/browser/launch-chromium.ts'
import { freePort } from '../browser/free-port.ts'
import { type Application, installApplication } from './application.ts'
import { startServer } from './running.ts'

type Command = readonly [string, ...string[]]

describe.each<[string, string, Readonly<Record<string, readonly Command[]>>]>([
  [
    'Vite, without a configuration',
    'sandbox-vite',
    {
      'on the development server': [['vite', '--port', 'PORT']],
      'as it is built': [
        ['vite', 'build'],
        ['vite', 'preview', '--port', 'PORT'],
      ],
    },
  ],
  [
    'Next, without a configuration',
    'sandbox-next',
    {
      'on the development server': [['next', 'dev', '--port', 'PORT']],
      'as it is built': [
        ['next', 'build'],
        ['next', 'start', '--port', 'PORT'],
      ],
      'as webpack builds it': [
        ['next', 'build', '--webpack'],
        ['next', 'start', '--port', 'PORT'],
      ],
    },
  ],
])('a sandbox in a worker, in a page of %s', { timeout: 300_000 }, (_name, folder, ways) => {
  let application: Application

  beforeAll(async () => {
    application = await installApplication(`tools/gates/applications/${folder}`, [
      'types',
      'client',
      'sandbox',
    ])
  }, 300_000)

  afterAll(() => application?.[Symbol.asyncDispose]())

  test.each(Object.entries(ways))('starts, and keeps what was written, %s', async (_way, commands) => {
    const [serve, ...builds] = commands.toReversed()
    if (!serve) throw new Error('a way ends with a server')
    for (const [command, ...rest] of builds) await application.run(command, rest)
    expect(await visitTwice(application, serve)).toEqual([
      'admin@windmill.dev, visits: 1',
      'admin@windmill.dev, visits: 2',
    ])
  })
})

/** What a page shows to somebody who comes, and reloads it. */
async function visitTwice(application: Application, [command, ...rest]: Command): Promise<string[]> {
  const port = `${await freePort()}`
  const filled = rest.map((argument) => argument.replace('PORT', port))
  await using server = await startServer(application, [command, ...filled], `http://localhost:${port}`)
  await using browser = await launchChromium()
  const page = await browser.newPage()
  const shown = page.getByText(/visits: \d|failed|cannot/)
  await page.goto(server.url)
  const first = await shown.textContent({ timeout: 120_000 })
  await page.reload()
  const second = await shown.textContent({ timeout: 120_000 })
  return [first ?? '', second ?? '']
}
