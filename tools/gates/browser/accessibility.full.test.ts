import { readdir } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../../src/browser/launch-chromium.ts'
import { settings, violationsOf } from './accessible-pages.ts'
import { builtSite, type DocsAndApi, serveBelow } from './serve-docs-and-api.ts'

let served: DocsAndApi
let browser: Browser

beforeAll(async () => {
  served = await serveBelow('/docs')
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await served[Symbol.asyncDispose]()
})

test.each(settings)(
  'axe finds nothing wrong with any page in $theme at $width pixels',
  { timeout: 900_000 },
  async (setting) => {
    const files = await readdir(builtSite, { recursive: true })
    const pages = files.map((file) => file.replaceAll('\\', '/')).filter((file) => file.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(0)
    expect(
      await violationsOf(
        browser,
        pages.map((page) => `${served.url}/${page}`),
        setting,
      ),
    ).toEqual([])
  },
)
