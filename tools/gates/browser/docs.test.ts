import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../../src/browser/launch-chromium.ts'
import { type DocsAndApi, serveDocsAndApi } from './serve-docs-and-api.ts'

let served: DocsAndApi
let browser: Browser

beforeAll(async () => {
  served = await serveDocsAndApi()
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await served[Symbol.asyncDispose]()
})

interface Opened {
  readonly page: Page
  /** What the page asked of other machines. */
  readonly foreign: readonly string[]
  /** What it complained of in the console, and what failed to load. */
  readonly complaints: readonly string[]
}

async function open(address: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const foreign: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(served.url) && !url.startsWith('data:')) foreign.push(url)
  })
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on(
    'response',
    (response) => response.ok() || complaints.push(`${response.status()} ${response.url()}`),
  )
  await page.goto(`${served.url}${address}`, { waitUntil: 'networkidle' })
  return { page, foreign, complaints }
}

test('a page of an operation opens without a complaint and asks nothing of other machines', async () => {
  const { page, foreign, complaints } = await open('/reference/createToken/')

  expect(await page.textContent('h1')).toBe('createToken')
  expect(await page.textContent('main')).toContain('/users/tokens/create')
  expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] })
})

test('a page of an operation is complete without JavaScript', async () => {
  const { page } = await open('/reference/createToken/', { javaScriptEnabled: false })

  // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts, so the rendered text is meant
  const text = await page.innerText('main')
  expect(text).toContain('/users/tokens/create')
  expect(text).toContain('expiration')
  expect(text).toContain('401')
})

test('the search finds an operation by a word of its page', async () => {
  const { page, foreign, complaints } = await open('/')

  await page.locator('button[data-open-modal]').click()
  await page.locator('dialog input').fill('whois')
  const found = page.locator('dialog .pagefind-ui__result-link').first()
  await found.waitFor()

  expect(await found.getAttribute('href')).toContain('/reference/')
  expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] })
})

test('nothing is wider than the screen of a phone', async () => {
  const { page } = await open('/reference/createToken/', { viewport: { width: 360, height: 740 } })

  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
})
