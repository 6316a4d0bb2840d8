import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { settings, violationsOf } from './accessible-pages.ts'
import { docsInChromium } from './docs-in-chromium.ts'
import { builtSite } from './serve-docs-and-api.ts'

const docs = docsInChromium()

test.each(settings)(
  'axe finds nothing wrong with any page in $theme at $width pixels',
  { timeout: 900_000 },
  async (setting) => {
    const files = await readdir(builtSite, { recursive: true })
    const pages = files.map((file) => file.replaceAll('\\', '/')).filter((file) => file.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(0)
    expect(
      await violationsOf(
        docs.browser,
        pages.map((page) => `${docs.served.url}/${page}`),
        setting,
      ),
    ).toEqual([])
  },
)
