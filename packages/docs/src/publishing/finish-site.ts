import { readdir, readFile, writeFile } from 'node:fs/promises'
import type { AstroIntegration } from 'astro'
import { finishPage } from './finish-page.ts'

/** Makes the pages ready for any place, once they are built. See docs/decisions/0043-one-build-for-any-place.md. */
export const finishSite: AstroIntegration = {
  name: 'finish-site',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const files = (await readdir(dir, { recursive: true }))
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => file.endsWith('.html'))
      await Promise.all(
        files.map(async (file) => {
          const place = new URL(file, dir)
          await writeFile(place, finishPage(file, await readFile(place, 'utf8')))
        }),
      )
    },
  },
}
