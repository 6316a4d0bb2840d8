import { describe, expect, test } from 'vitest'
import { type Setting, violationsOf } from './accessible-pages.ts'
import { docsInChromium } from './docs-in-chromium.ts'

/** Each theme and each width once; `accessibility.full.test.ts` looks at all pages in all settings. */
const settings: readonly Setting[] = [
  { theme: 'dark', width: 1280 },
  { theme: 'light', width: 390 },
]

/** One of each kind. */
const pages = [
  '',
  'errors/',
  'schemas/',
  'reference/',
  'reference/createUser/',
  'workflows/life-of-an-account/',
]

const docs = docsInChromium()

test.each(settings)(
  'axe finds nothing wrong in $theme at $width pixels',
  { timeout: 120_000 },
  async (setting) => {
    const files = [...pages.map((page) => `${page}index.html`), '404.html']
    const addresses = files.map((file) => `${docs.served.url}/${file}`)
    expect(await violationsOf(docs.browser, addresses, setting)).toEqual([])
  },
)

describe('on a phone', () => {
  test('a row of a table is a list, and no page is wider than the screen', async () => {
    const page = await docs.browser.newPage({ viewport: { width: 390, height: 800 } })
    for (const address of pages) {
      await page.goto(`${docs.served.url}/${address}index.html`)
      expect(await page.evaluate('document.documentElement.scrollWidth'), address).toBeLessThanOrEqual(390)
    }
    await page.goto(`${docs.served.url}/reference/createUser/index.html`)
    const cell = "document.querySelector('td[data-label=Type]')"
    expect(await page.evaluate(`getComputedStyle(${cell}).display`)).toBe('block')
    expect(await page.evaluate(`getComputedStyle(${cell}, '::before').content`)).toContain('Type')
  })

  test('a path breaks before a slash, and never between letters', async () => {
    const page = await docs.browser.newPage({ viewport: { width: 390, height: 800 } })
    for (const address of ['reference/', 'reference/deleteUser/', 'reference/deleteToken/']) {
      await page.goto(`${docs.served.url}/${address}index.html`)
      expect(await page.evaluate(brokenPaths), address).toEqual([])
    }
  })
})

/** Texts of paths in which a letter stands lower than the one before it, unless it is a slash. */
const brokenPaths = `[...document.querySelectorAll('main code')]
  .filter((code) => /^(?:[A-Z]+ )?\\/\\S/.test(code.textContent))
  .filter((code) => {
    const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT)
    let last
    while (walker.nextNode())
      for (let index = 0; index < walker.currentNode.length; index++) {
        const range = document.createRange()
        range.setStart(walker.currentNode, index)
        range.setEnd(walker.currentNode, index + 1)
        const { top } = range.getBoundingClientRect()
        const letter = range.toString()
        if (last !== undefined && top > last + 4 && letter !== '/') return true
        if (letter !== ' ') last = top
        else last = undefined
      }
    return false
  })
  .map((code) => code.textContent)`
