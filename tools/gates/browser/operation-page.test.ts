import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { docsInChromium } from './docs-in-chromium.ts'
import { serveBelow, serveDocsAndApi } from './serve-docs-and-api.ts'

const docs = docsInChromium(serveDocsAndApi)

const builtUrl = 'http://localhost:8000'

/** All that samples say and that is copied of them. */
const samplesOf = (page: Page) =>
  page.evaluate<string>(
    `[...document.querySelectorAll('.sl-markdown-content .expressive-code')]
      .flatMap((block) => [block.textContent, ...[...block.querySelectorAll('[data-code]')].map((each) => each.dataset.code)])
      .join('\\n')`,
  )

test.each(['createUser', 'listUsersAsSuperAdmin', 'loginWithOauth'])(
  'the samples of %s name the sandbox behind the site',
  async (operation) => {
    const page = await docs.browser.newPage()
    await page.goto(`${docs.served.url}/reference/${operation}/`, { waitUntil: 'networkidle' })

    const samples = await samplesOf(page)
    expect(samples).toContain(`${docs.served.url}/api`)
    expect(samples).not.toContain(builtUrl)
  },
)

test('a base URL that is chosen stays chosen on other pages, and one that is none is refused', async () => {
  const page = await docs.browser.newPage()
  await page.goto(`${docs.served.url}/reference/createUser/`, { waitUntil: 'networkidle' })
  const field = page.getByLabel('Base URL of the samples')
  await field.fill('https://windmill.example.com/api/')
  await field.press('Tab')
  await page.goto(`${docs.served.url}/reference/whois/`, { waitUntil: 'networkidle' })
  expect(await samplesOf(page)).toContain("'https://windmill.example.com/api'")

  await field.fill("https://example.com/'; rm -rf '")
  await field.press('Tab')
  expect(await samplesOf(page)).not.toContain('rm -rf')
})

test('without a sandbox behind the site, samples stay as they are', async () => {
  await using below = await serveBelow('/docs')
  const page = await docs.browser.newPage()
  await page.goto(`${below.url}/reference/createUser/index.html`, { waitUntil: 'networkidle' })
  expect(await samplesOf(page)).toContain(`'${builtUrl}/api'`)
})

test('without JavaScript, one example of a response is shown at a time', async () => {
  const page = await (await docs.browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(`${docs.served.url}/reference/createUser/`)
  const examples = page.locator('.response-examples')
  expect(await examples.getByText('katherine is a member of demo', { exact: true }).isVisible()).toBe(true)

  await examples.getByText('403 Forbidden').click()
  expect(await examples.getByText('Forbidden: this needs an admin of demo').isVisible()).toBe(true)
  expect(await examples.getByText('katherine is a member of demo', { exact: true }).isVisible()).toBe(false)
})

test('the name of a field leads to its anchor', async () => {
  const page = await docs.browser.newPage()
  await page.goto(`${docs.served.url}/reference/createUser/`)
  await page.getByRole('link', { name: 'is_admin', exact: true }).click()
  expect(new URL(page.url()).hash).toBe('#body-is_admin')
})

test('a page is copied as the Markdown that is published', async () => {
  const context = await docs.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto(`${docs.served.url}/reference/createUser/`, { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Copy as Markdown' }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  const published = await (await fetch(`${docs.served.url}/reference/createUser.md`)).text()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(published)
})

test('the form says where a request cannot work as it stands', async () => {
  const page = await docs.browser.newPage()
  await page.goto(`${docs.served.url}/reference/loginWithOauth/`)
  await page.getByText('Send this request').click()
  expect(await page.getByText('A provider issues the code and the state').isVisible()).toBe(true)
})
