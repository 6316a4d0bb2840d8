import { readdir, readFile, writeFile } from 'node:fs/promises'
import type { AstroIntegration } from 'astro'
import { entriesOfPage } from '../search/entries-of-page.ts'
import { searchFile } from '../search/entry.ts'
import { finishPage } from './finish-page.ts'

/** Makes the pages ready for any place, once they are built, and the index of the search. See docs/decisions/0043-one-build-for-any-place.md. */
export const finishSite: AstroIntegration = {
  name: 'finish-site',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const files = (await readdir(dir, { recursive: true }))
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => file.endsWith('.html'))
        .toSorted()
      const pages = await Promise.all(
        files.map(async (file) => {
          const place = new URL(file, dir)
          const html = finishPage(file, await readFile(place, 'utf8'))
          await writeFile(place, html)
          return file === '404.html' ? [] : entriesOfPage(file, html)
        }),
      )
      await writeFile(new URL(searchFile, dir), JSON.stringify(pages.flat()))
    },
  },
}
