import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../../src/browser/launch-chromium.ts'
import { freshProject } from '../runtimes/fresh-project.ts'
import { servePage } from './sandbox/serve-page.ts'

/** Chromium, and a site that has the packed sandbox below its own origin. */
export interface WorkerSite extends AsyncDisposable {
  /** Where the package is, absolute. */
  readonly folder: string
  /** The paths that were asked for and are not there. */
  readonly missing: readonly string[]
  readonly context: BrowserContext
  /** Opens the page in a new tab. */
  open(): Promise<Page>
}

/** Installs the tarball, and serves the page beside it as plain files. */
export async function openWorkerSite(): Promise<WorkerSite> {
  await using stack = new AsyncDisposableStack()
  const project = await freshProject(['sandbox'], path.join(import.meta.dirname, 'worker'))
  stack.defer(project.remove)
  const folder = path.join(project.folder, 'node_modules/@windmill-user-api/sandbox')
  // What its README tells people to do.
  await copyFile(
    path.join(folder, 'dist/worker/service-worker.js'),
    path.join(project.folder, 'sandbox-service-worker.js'),
  )
  const served = stack.use(await servePage(project.folder))
  const browser = stack.use(await launchChromium())
  const context = await browser.newContext()
  const parts = stack.move()
  return {
    folder,
    missing: served.missing,
    context,
    async open() {
      const page = await context.newPage()
      await page.goto(`${served.url}/index.html`)
      await page.waitForFunction('window.useMemory')
      return page
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  }
}
