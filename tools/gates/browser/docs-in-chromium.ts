import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchChromium } from '../../src/browser/launch-chromium.ts'
import { type DocsAndApi, serveBelow } from './serve-docs-and-api.ts'

/** The built site, and a browser, for all tests of a file. */
export interface DocsInChromium {
  served: DocsAndApi
  browser: Browser
}

/** Both are there when the first test begins. By default the site is below a path, and no API beside it. */
export function docsInChromium(serve: () => Promise<DocsAndApi> = () => serveBelow('/docs')): DocsInChromium {
  const both = {} as DocsInChromium
  beforeAll(async () => {
    both.served = await serve()
    both.browser = await launchChromium()
  })
  afterAll(async () => {
    await both.browser?.close()
    await both.served?.[Symbol.asyncDispose]()
  })
  return both
}
