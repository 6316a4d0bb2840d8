import { expect, it } from 'vitest'
import { createSearch } from './create-search.ts'
import type { SearchEntry } from './entry.ts'

const entries: readonly SearchEntry[] = [
  { page: 'errors/index.html', title: 'Errors', text: 'What can fail.' },
  {
    page: 'errors/index.html',
    anchor: '404',
    title: 'Errors',
    heading: '404 Not Found',
    text: 'The shop has no dog.',
  },
  { page: 'reference/getPet/index.html', title: 'getPet', call: 'GET /pets/{id}', text: 'Returns a pet.' },
  {
    page: 'reference/getPet/index.html',
    anchor: '404',
    title: 'getPet',
    heading: '404 Not Found',
    call: 'GET /pets/{id}',
    text: 'The shop has no dog.',
  },
  {
    page: 'reference/listPets/index.html',
    title: 'listPets',
    call: 'GET /pets',
    fields: ['per_page'],
    text: 'Returns all.',
  },
  { page: 'client/index.html', title: 'The client', text: 'Reads one page after the other, with a cursor.' },
]

const search = createSearch(entries)

function first(query: string): string | undefined {
  const [found] = search(query)
  return found && [found.entry.page, found.entry.anchor].filter(Boolean).join('#')
}

it.each([
  ['a name, and the parts of one', ['listPets', 'list pets'], 'reference/listPets/index.html'],
  ['a misspelt or unfinished name', ['lsitPets', 'listpe'], 'reference/listPets/index.html'],
  [
    'a path with values, a method or an origin',
    ['/pets/7', 'GET /pets/7', 'http://localhost/api/pets/7'],
    'reference/getPet/index.html',
  ],
  ['a field', ['per_page'], 'reference/listPets/index.html'],
  ['a status, which a guide tells more of', ['404', '404 not found'], 'errors/index.html#404'],
  ['a synonym', ['pagination'], 'reference/listPets/index.html'],
  ['a text with words that no page has', ['the shop Acme has no dog Rex'], 'errors/index.html#404'],
])('finds %s', (_case, written, page) => {
  for (const query of written) expect(first(query), query).toBe(page)
})

it('lists a page once', () => {
  const pages = search('pet').map(({ entry }) => entry.page)
  expect(pages).toEqual([...new Set(pages)])
})

it('finds nothing in nothing', () => {
  expect(search('')).toEqual([])
  expect(search('zzzzzz')).toEqual([])
})
