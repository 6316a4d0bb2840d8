import { groupOperations } from '../navigation/groups.ts'
import type { OperationFacts } from '../navigation/operations.ts'
import type { Page } from './plain-markdown.ts'

/**
 * What the site has, as a list of Markdown files with one line each.
 *
 * @see https://llmstxt.org
 */
export function llmsText(title: string, pages: readonly Page[]): string {
  const isWorkflow = ({ id }: Page) => id.startsWith('workflows')
  const guides = pages.filter((page) => page.operation === undefined && !isWorkflow(page))
  const groups = groupOperations(pages.flatMap(({ operation }) => operation ?? []))
  return `${[
    `# ${title}`,
    '> The reference and guides of the API. Every page is Markdown.',
    section('Guides and reference', [
      ...guides.map(pageLine),
      '- [UserApi](UserApi.md): the whole reference in one file',
    ]),
    section('Workflows', pages.filter(isWorkflow).map(pageLine)),
    ...groups.map(({ label, operations }) => section(label, operations.map(operationLine))),
  ].join('\n\n')}\n`
}

function section(label: string, lines: readonly string[]): string {
  return [`## ${label}`, '', ...lines].join('\n')
}

function pageLine({ id, title, description = '' }: Page): string {
  return `- [${title}](${id}.md): ${description}`
}

function operationLine({ id, method, path, summary, deprecation }: OperationFacts): string {
  const { replacement } = deprecation ?? {}
  const instead = replacement === undefined ? '' : `: use ${replacement}`
  const mark = deprecation ? ` (deprecated${instead})` : ''
  return `- [${id}](reference/${id}.md): ${method} ${path}. ${summary}${mark}`
}
