import { getCollection } from 'astro:content'
import type { Page } from './plain-markdown.ts'

/** What this file needs of an entry; Astro knows its exact type only after it has read the pages. */
interface Entry {
  readonly id: string
  readonly data: Pick<Page, 'title' | 'description' | 'operation'>
  readonly body?: string
}

/** The pages of the site as Astro has read them, in the order of their paths. */
export async function publishedPages(): Promise<readonly Page[]> {
  const entries: readonly Entry[] = await getCollection('docs')
  return entries
    .map(({ id, data: { title, description, operation }, body = '' }) => ({
      id,
      title,
      description,
      operation,
      body,
    }))
    .toSorted((first, second) => (first.id < second.id ? -1 : 1))
}

/** The whole reference in one file. */
export async function wholeReference(): Promise<string> {
  const [entry]: readonly Entry[] = await getCollection('wholeReference')
  return entry?.body ?? ''
}

export function markdownResponse(text: string): Response {
  return new Response(text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } })
}
