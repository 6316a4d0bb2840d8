import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { docsInChromium } from './docs-in-chromium.ts'
import { builtSite, serveBelow, serveDocsAndApi } from './serve-docs-and-api.ts'

const docs = docsInChromium(serveDocsAndApi)

interface Opened {
  readonly page: Page
  /** What the page asked of other machines. */
  readonly foreign: readonly string[]
  /** What it complained of in the console, and what failed to load. */
  readonly complaints: readonly string[]
}

/** What the policy of the page refused, told as a complaint. */
const collectViolations = `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
  console.error('refused', violatedDirective, blockedURI, sample))`

async function open(address: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await docs.browser.newContext(options)
  const page = await context.newPage()
  const foreign: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(docs.served.url) && !url.startsWith('data:')) foreign.push(url)
  })
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on(
    'response',
    (response) => response.ok() || complaints.push(`${response.status()} ${response.url()}`),
  )
  await page.addInitScript(collectViolations)
  await page.goto(new URL(address, docs.served.url).href, { waitUntil: 'networkidle' })
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

/** What the search shows first. */
async function firstFound(page: Page, query: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('searchbox').fill(query)
  const found = page.locator('site-search li a').first()
  await found.waitFor()
  return found
}

test('the search finds an operation by its name, with its call, and leads to it', async () => {
  const { page, foreign, complaints } = await open('/')

  const found = await firstFound(page, 'whois')
  expect(await page.locator('site-search li').first().textContent()).toContain(
    'GET /w/{workspace}/users/whois/{username}',
  )
  await found.click()
  await page.waitForURL(/reference\/whois/)

  expect(await page.textContent('h1')).toBe('whois')
  expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] })
})

test.each([
  '/',
  '/quick-start/',
  '/errors/',
  '/schemas/',
  '/workflows/',
  '/reference/loginWithOauth/',
  '/react/',
])('the policy of the page %s refuses nothing that the page does', async (address) => {
  const { page, complaints } = await open(address)
  await page.getByRole('combobox', { name: 'Select theme' }).first().selectOption('light')

  expect(await page.getAttribute('html', 'data-theme')).toBe('light')
  expect(complaints).toEqual([])
})

test('the policy refuses a script that somebody has put into a page', async () => {
  const { page, complaints } = await open('/')

  await page.evaluate(`{
    const script = document.createElement('script')
    script.textContent = 'document.title = "taken"'
    document.body.append(script)
  }`)

  expect(await page.title()).not.toBe('taken')
  expect(complaints.join()).toContain('refused script-src-elem inline')
})

test('a page that is not there has its look, and links that lead on, at any address', async () => {
  const { page } = await open('/reference/nowhere/at/all')

  expect(await page.evaluate('getComputedStyle(document.querySelector("main")).maxWidth')).not.toBe('none')
  await page.getByRole('link', { name: 'overview' }).click()
  expect(await page.textContent('h1')).toBe('Windmill user API')
})

test('below a path, every address of every page is answered', async () => {
  await using below = await serveBelow('/docs/v1')
  const files = await readdir(builtSite, { recursive: true })
  const pages = files.filter((file) => /\.html$/.test(file) && file !== '404.html')
  const addresses = await Promise.all(
    pages.map(async (file) => {
      const html = await readFile(path.join(builtSite, file), 'utf8')
      return [...html.matchAll(/<[^>]+?\s(?:href|src)="([^"#][^"]*)"/g)].map(([, target = '']) => {
        const { href } = new URL(target.replaceAll('&amp;', '&'), `${below.url}/${file}`)
        return href.replace(/#.*/, '')
      })
    }),
  )
  const own = [...new Set(addresses.flat())].filter((address) => address.startsWith('http://localhost'))
  const statuses = await Promise.all(own.map(async (address) => [(await fetch(address)).status, address]))

  expect(own.length).toBeGreaterThan(pages.length)
  expect(statuses.filter(([status]) => status !== 200)).toEqual([])
})

test('below a path, pages have their look, lead to each other, and search', async () => {
  await using below = await serveBelow('/docs/v1')
  const { page, complaints } = await open(`${below.url}/`)
  await page.getByRole('link', { name: 'Quick start' }).first().click()
  expect(page.url()).toBe(`${below.url}/quick-start/index.html`)
  expect(await page.evaluate('getComputedStyle(document.querySelector("main")).display')).not.toBe('')

  await (await firstFound(page, 'createToken')).click()
  await page.waitForURL(`${below.url}/reference/createToken/index.html`)

  expect(await page.textContent('h1')).toBe('createToken')
  expect(complaints).toEqual([])
})

test('from disk, pages have their look, lead to each other, and say that search needs a server', async () => {
  const { page } = await open(pathToFileURL(path.join(builtSite, 'index.html')).href)
  expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).fontWeight')).toBe('600')

  await page.getByRole('link', { name: 'Errors', exact: true }).first().click()
  expect(await page.textContent('h1')).toBe('Errors')
  await page.getByRole('button', { name: 'Search' }).click()
  expect(await page.getByText('Search needs a server').isVisible()).toBe(true)
})

test('nothing is wider than the screen of a phone', async () => {
  const { page } = await open('/reference/createToken/', { viewport: { width: 360, height: 740 } })

  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
})
