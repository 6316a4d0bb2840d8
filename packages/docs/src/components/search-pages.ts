/** What is used of Pagefind, whose script is part of the index. */
interface Pagefind {
  debouncedSearch(
    query: string,
    options: object,
    delay: number,
  ): Promise<{ readonly results: readonly Found[] } | null>
}

interface Found {
  data(): Promise<FoundPage>
}

interface FoundPage {
  /** From the root of the site: `/reference/whois/`. */
  readonly raw_url: string
  /** HTML, with the words that were found marked. */
  readonly excerpt: string
  readonly meta: { readonly title: string; readonly call?: string }
}

/** How many pages are shown. */
const shownPages = 8

/** What a search shows its results in. */
interface Places {
  readonly input: HTMLInputElement
  readonly message: Element
  readonly list: Element
  /** The root of the site. */
  readonly root: URL
}

/** Searches while somebody types. The index is loaded by who searches, and by nobody else. */
export function searchPages(search: HTMLElement): void {
  const input = search.querySelector('input')
  const message = search.querySelector('[role=status]')
  const list = search.querySelector('ol')
  if (!input || !message || !list) return
  const root = new URL(search.dataset['root'] ?? '/', location.href)
  let pagefind: Promise<Pagefind> | undefined
  const load = () => {
    pagefind ??= import(/* @vite-ignore */ new URL('pagefind/pagefind.js', root).href)
    return pagefind
  }
  input.addEventListener('focus', load, { once: true })
  input.addEventListener('input', async () => show(await load(), { input, message, list, root }))
}

async function show({ debouncedSearch }: Pagefind, { input, message, list, root }: Places): Promise<void> {
  const query = input.value
  const found = await debouncedSearch(query, {}, 120)
  // a later letter has begun another search
  if (found === null || query !== input.value) return
  const pages = await Promise.all(found.results.slice(0, shownPages).map((result) => result.data()))
  if (query !== input.value) return
  list.replaceChildren(...pages.map((page) => itemOf(page, root)))
  message.textContent = query.trim() === '' ? '' : countOf(found.results.length)
}

function countOf(pages: number): string {
  if (pages === 0) return 'No page has that. Try fewer words.'
  return pages === 1 ? '1 page' : `${pages} pages`
}

function itemOf({ raw_url: url, excerpt, meta: { title, call } }: FoundPage, root: URL): HTMLElement {
  const link = document.createElement('a')
  link.href = new URL(url.replace(/^\//, '').replace(/(^|\/)$/, '$1index.html'), root).href
  link.textContent = title
  const text = document.createElement('p')
  text.innerHTML = excerpt
  const item = document.createElement('li')
  item.append(link)
  if (call !== undefined) item.append(' ', codeOf(call))
  item.append(text)
  return item
}

function codeOf(text: string): HTMLElement {
  const code = document.createElement('code')
  code.textContent = text
  return code
}
