import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { docsInChromium } from './docs-in-chromium.ts'

const docs = docsInChromium()

const address = (id: string) => `${docs.served.url}/reference/${id}/index.html`

/** The blocks of code that are shown in the tabs. */
async function shown(page: Page): Promise<readonly (string | null)[]> {
  const blocks = await page.locator('code-tabs pre').all()
  const visible = await Promise.all(blocks.map((block) => block.isVisible()))
  return Promise.all(blocks.filter((_, index) => visible[index]).map((block) => block.textContent()))
}

test('a sample is shown in one language, and the choice stays on the next page', async () => {
  const page = await docs.browser.newPage()
  await page.goto(address('whois'))
  expect(await shown(page)).toEqual([expect.stringContaining('createUserApi')])

  await page.getByRole('tab', { name: 'curl' }).click()
  expect(await shown(page)).toEqual([expect.stringContaining('curl ')])
  await page.goto(address('createToken'))
  expect(await shown(page)).toEqual([expect.stringContaining('curl ')])
})

test('the keyboard moves between languages', async () => {
  const page = await docs.browser.newPage()
  await page.goto(address('whois'))
  await page.getByRole('tab', { name: 'TypeScript' }).focus()
  await page.keyboard.press('ArrowRight')

  expect(await shown(page)).toEqual([expect.stringContaining('await fetch(')])
  expect(await page.getByRole('tab', { name: 'fetch' }).getAttribute('aria-selected')).toBe('true')
})

test('without JavaScript every language is shown', async () => {
  const page = await docs.browser.newPage({ javaScriptEnabled: false })
  await page.goto(address('whois'))
  expect(await shown(page)).toHaveLength(4)
})

test('on a wide screen the samples stand beside the text, and stay there', async () => {
  const page = await docs.browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(address('createUser'))
  const samples = await page.locator('code-tabs').boundingBox()
  const text = await page.locator('#parameters').boundingBox()
  expect(samples?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0))

  await page.locator('#responses').scrollIntoViewIfNeeded()
  expect(await page.locator('code-tabs').isVisible()).toBe(true)
  expect((await page.locator('code-tabs').boundingBox())?.y).toBeGreaterThanOrEqual(0)
})
