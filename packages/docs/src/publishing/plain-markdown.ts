import type { OperationFacts } from '../navigation/operations.ts'
import { operationFacts } from './operation-head.ts'
import { relativeTarget } from './relative-target.ts'

/** A page as the site has it: the front matter as data, and the text below it. */
export interface Page {
  readonly id: string
  readonly title: string
  readonly description?: string | undefined
  readonly operation?: OperationFacts | undefined
  readonly body: string
}

/** A page as Markdown that stands alone: its head in words, and links that lead to the other Markdown pages. */
export function plainMarkdown(page: Page): string {
  const head = page.operation ? operationHead(page.operation, page.body) : [page.description ?? '']
  const parts = [`# ${page.title}`, ...head, page.body].map((part) => linksToMarkdown(page.id, part))
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function operationHead(operation: OperationFacts, body: string): string[] {
  const facts = operationFacts(operation, body).map(({ name, value, href }) => {
    return `- ${name}: ${href === undefined ? value : `[${value}](${href})`}`
  })
  return [operation.summary, `\`${operation.method} ${operation.path}\``, facts.join('\n')]
}

/** Links lead to other Markdown files, and work from where the file is, at any place of the site. */
function linksToMarkdown(id: string, text: string): string {
  return text.replaceAll(
    /\]\((\/[^)]*)\)/g,
    (_link, target: string) => `](${relativeTarget(`${id}.md`, markdownTarget(target))})`,
  )
}

/** `/reference/whois/#samples` → `/reference/whois.md#samples`; a file stays what it is. */
function markdownTarget(target: string): string {
  const [path = '', hash] = target.split('#')
  if (!path.endsWith('/')) return target
  const file = path === '/' ? '/index.md' : `${path.slice(0, -1)}.md`
  return hash === undefined ? file : `${file}#${hash}`
}
