import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'

/** How a page is looked at. */
export interface Setting {
  readonly theme: 'dark' | 'light'
  readonly width: number
}

export const settings: readonly Setting[] = [
  { theme: 'dark', width: 1280 },
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 390 },
  { theme: 'light', width: 390 },
]

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with pages, a line for each: the page, the rule and the element. */
export async function violationsOf(
  browser: Browser,
  addresses: readonly string[],
  { theme, width }: Setting,
): Promise<readonly string[]> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: theme })
  try {
    const page = await context.newPage()
    const found: string[] = []
    for (const address of addresses) {
      await page.goto(address)
      await page.evaluate(axe)
      found.push(...(await violationsIn(page)))
      await openMenus(page)
      found.push(...(await violationsIn(page)))
    }
    return found
  } finally {
    await context.close()
  }
}

async function violationsIn(page: Page): Promise<string[]> {
  const { violations }: AxeResults = await page.evaluate('axe.run({ resultTypes: ["violations"] })')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${new URL(page.url()).pathname} ${id}: ${html.slice(0, 200)}`),
  )
}

/** Everything that a reader can open: menus, what is folded, and the search over all of it. */
async function openMenus(page: Page): Promise<void> {
  for (const summary of await page.locator('details:not([open]) > summary').all())
    if (await summary.isVisible()) await summary.click()
  const search = page.getByRole('button', { name: 'Search' })
  if (await search.isVisible()) await search.click()
}
