import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { findChromium } from '../../src/browser/find-chromium.ts'
import { freePort } from '../browser/free-port.ts'
import { type Application, installApplication } from './application.ts'

let application: Application | undefined

afterEach(() => application?.[Symbol.asyncDispose]())

describe.each([
  ['@msw/playwright and MSW 2', 'playwright', 5],
  ['routes of Playwright and MSW 3', 'playwright-route', 4],
] as const)('the mocks with %s', (_, folder, count) => {
  test('have no mistake for the compiler, and pass the tests of an application', async () => {
    application = await installApplication(path.join('tools/gates/applications', folder), [
      'types',
      'client',
      'msw',
    ])
    expect(await application.run('tsc')).toBe('')

    const { executablePath = '', env } = await findChromium()
    const environment = { ...env, CHROMIUM_PATH: executablePath, PORT: `${await freePort()}` }
    const printed = await application.run('playwright', ['test', '--workers=1'], environment)

    expect(printed).toContain(`${count} passed`)
  }, 300_000)
})
