import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readOperations } from '../src/navigation/operations.ts'
import { readSite, referencesOf } from './site.ts'

const site = await readSite()
const operations = await readOperations()

/** What a browser without any of it loads for a page, compressed by gzip: the largest of what a server offers. */
function transferOf(page: string): number {
  const html = site.get(page) ?? ''
  const loaded = referencesOf(page, html)
    .filter(({ element }) => element === 'link' || element === 'script')
    .map(({ target }) => new URL(target, `http://site/${page}`).pathname.slice(1))
  const files = [page, ...new Set(loaded)].filter((file) => site.has(file))
  return files.reduce((sum, file) => sum + gzipSync(site.get(file) ?? '').length, 0)
}

it.each(operations.map(({ id }) => id))('the page of %s is at most 60 kB on the wire', (id) => {
  const bytes = transferOf(`reference/${id}/index.html`)
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThanOrEqual(60_000)
})
