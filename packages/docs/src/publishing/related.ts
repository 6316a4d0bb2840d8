import type { Workflow } from '../workflows/workflow.ts'
import type { PageFile } from './page-file.ts'

const folder = 'reference/'

/** Adds to the page of each operation which operations lead to it, and its place in workflows. */
export function withRelated(pages: readonly PageFile[], workflows: readonly Workflow[]): readonly PageFile[] {
  const published = new Set(pages.map(({ id }) => id).filter((id) => id.startsWith(folder)))
  return pages.map((page) => {
    if (!published.has(page.id)) return page
    const operation = page.id.slice(folder.length)
    const items = [...sourcesOf(operation, pages), ...placesOf(operation, workflows, published)]
    if (items.length === 0) return page
    return { id: page.id, text: `${page.text.trimEnd()}\n\n## Related\n\n${items.join('\n')}\n` }
  })
}

/** The operations whose pages say that this one can be next. */
function sourcesOf(operation: string, pages: readonly PageFile[]): string[] {
  return pages.flatMap(({ id, text }) => {
    const [, next = ''] = text.split('\n## What you can do next\n')
    const source = id.slice(folder.length)
    const follows = id.startsWith(folder) && next.includes(`](/reference/${operation}/)`)
    return follows && source !== operation ? [`- After ${linkTo(source)}, with values of its response`] : []
  })
}

function placesOf(
  operation: string,
  workflows: readonly Workflow[],
  published: ReadonlySet<string>,
): string[] {
  return workflows.flatMap(({ id, summary, steps }) => {
    const index = steps.findIndex((step) => step.operationId === operation)
    if (index < 0) return []
    const neighbours = [
      ['after', steps[index - 1]],
      ['before', steps[index + 1]],
    ] as const
    const named = neighbours.flatMap(([word, step]) =>
      step && published.has(`${folder}${step.operationId}`) ? [`${word} ${linkTo(step.operationId)}`] : [],
    )
    const place = [`step ${index + 1} of ${steps.length}`, ...named].join(', ')
    return [`- Workflow [${summary}](/workflows/${id}/): ${place}`]
  })
}

function linkTo(operation: string): string {
  return `[\`${operation}\`](/reference/${operation}/)`
}
