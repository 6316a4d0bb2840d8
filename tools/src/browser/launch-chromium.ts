import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './find-chromium.ts'

/**
 * Starts a real Chromium without a window. It reaches nothing by itself; close it when done.
 *
 * @example
 * await using browser = await launchChromium()
 * const page = await browser.newPage()
 * await page.goto(url)
 */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  return chromium.launch({
    ...(executablePath === undefined ? { channel: 'chrome' } : { executablePath }),
    // the sandbox of Chromium needs a user other than root, who runs everything in most containers
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
    env: { ...process.env, ...env },
  })
}
