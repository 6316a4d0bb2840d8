import { expect, test } from 'vitest'
import { launchChromium } from '../../src/browser/launch-chromium.ts'
import { serveDocsAndApi } from './serve-docs-and-api.ts'

test('a login by the built-in provider is clicked through to a session', async () => {
  await using served = await serveDocsAndApi()
  await using browser = await launchChromium()
  const page = await browser.newPage()

  await page.goto(`${served.url}/api/oauth/login/sandbox`)
  await page.getByLabel('E-mail').fill('margaret@example.com')
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.getByRole('button', { name: 'Post it and log in' }).click()
  await page.getByText('Logged in').waitFor()

  await page.goto(`${served.url}/api/users/email`)
  expect(await page.textContent('body')).toBe('margaret@example.com')
})
