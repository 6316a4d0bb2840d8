import { expect, it } from 'vitest'
import { createSearch } from '../src/search/create-search.ts'
import { type SearchEntry, searchFile } from '../src/search/entry.ts'
import { knownMisses, queries } from './search-queries.ts'
import { readSite } from './site.ts'

// The file that the site loads; the assertion is no more than its own shape.
const entries = JSON.parse((await readSite()).get(searchFile) ?? '[]') as readonly SearchEntry[]
const search = createSearch(entries)

/** How many pages a reader looks at. */
const first = 3

const asked = Object.entries(queries)
const answered = asked.filter(([query]) => !knownMisses.includes(query))

function pagesOf(query: string): string[] {
  return search(query)
    .slice(0, first)
    .map(({ entry }) => entry.page.replace(/\/?index\.html$/, ''))
}

it.each(answered)('%s is answered among the first three pages', (query, expected) => {
  const wanted = [expected].flat()
  expect(pagesOf(query).filter((page) => wanted.includes(page))).not.toEqual([])
})

it('is asked in more than 60 ways, and knows what it misses', () => {
  expect(answered.length).toBeGreaterThanOrEqual(60)
  expect(knownMisses.length).toBeLessThanOrEqual(2)
})

it('leads to the error text itself', () => {
  const [found] = search('Forbidden: eve@corp.example is no member of acme')
  expect(found?.entry).toMatchObject({
    page: 'errors/index.html',
    anchor: expect.stringContaining('no-member'),
  })
})
