import type { APIRoute, GetStaticPaths } from 'astro'
import { markdownResponse, publishedPages } from '../publishing/pages.ts'
import { type Page, plainMarkdown } from '../publishing/plain-markdown.ts'

/** Every page also as the Markdown that it is made of: `/reference/whois.md` beside `/reference/whois/`. */
export const getStaticPaths: GetStaticPaths = async () => {
  const pages = await publishedPages()
  return pages.map((page) => ({ params: { page: page.id }, props: { page } }))
}

export const GET: APIRoute<{ page: Page }> = ({ props }) => markdownResponse(plainMarkdown(props.page))
