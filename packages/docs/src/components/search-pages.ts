import { createSearch, type FoundPage, type Search } from '../search/create-search.ts'
import { type SearchEntry, searchFile } from '../search/entry.ts'
import { excerptOf } from '../search/excerpt.ts'

/** How many pages are shown. */
const shownPages = 8

/** Searches while somebody types. The index is loaded by who searches, and by nobody else. */
export function searchPages(search: HTMLElement): void {
  const input = search.querySelector('input')
  const message = search.querySelector('[role=status]')
  const list = search.querySelector('ol')
  if (!input || !message || !list) return
  const root = new URL(search.dataset['root'] ?? '/', location.href)
  let loaded: Promise<Search> | undefined
  const load = () => {
    loaded ??= loadSearch(root)
    return loaded
  }
  input.addEventListener('focus', load, { once: true })
  input.addEventListener('input', async () => {
    const query = input.value
    const find = await load()
    // a later letter has begun another search
    if (query !== input.value) return
    const pages = query.trim() === '' ? [] : find(query)
    list.replaceChildren(...pages.slice(0, shownPages).map((page) => itemOf(page, root)))
    message.textContent = query.trim() === '' ? '' : countOf(pages.length)
  })
}

async function loadSearch(root: URL): Promise<Search> {
  const response = await fetch(new URL(searchFile, root))
  const entries: SearchEntry[] = await response.json()
  return createSearch(entries)
}

function countOf(pages: number): string {
  if (pages === 0) return 'No page has that. Try fewer words.'
  return pages === 1 ? '1 page' : `${pages} pages`
}

function itemOf({ entry, words }: FoundPage, root: URL): HTMLElement {
  const { page, anchor, title, heading, call, text } = entry
  const link = document.createElement('a')
  link.href = new URL(anchor === undefined ? page : `${page}#${anchor}`, root).href
  link.textContent = heading === undefined ? title : `${title}: ${heading}`
  const excerpt = document.createElement('p')
  excerpt.append(
    ...excerptOf(text, words).map((piece) => (piece.isMarked ? elementOf('mark', piece.text) : piece.text)),
  )
  const item = document.createElement('li')
  item.append(link)
  if (call !== undefined) item.append(' ', elementOf('code', call))
  item.append(excerpt)
  return item
}

function elementOf(name: string, text: string): HTMLElement {
  const element = document.createElement(name)
  element.textContent = text
  return element
}
