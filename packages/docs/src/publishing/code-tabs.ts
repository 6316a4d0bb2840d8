import type { Edit } from './edit.ts'
import { type Element, elementsOf, isOfClass, type Node, textOf } from './elements.ts'

/** The blocks of code that show one call in several languages, by their titles. */
const languages = ['TypeScript', 'fetch', 'React', 'curl']

/** Puts an element around such blocks where they follow each other. A script makes tabs of it; without one, all of them are shown. */
export function codeTabs(elements: readonly Element[]): Edit[] {
  const parents = elements.filter((element) =>
    ['sl-markdown-content', 'operation-samples'].some((name) => isOfClass(element, name)),
  )
  return parents.flatMap(({ childNodes }) => groupsOf(childNodes)).flatMap(around)
}

function groupsOf(nodes: readonly Node[]): Element[][] {
  const groups: Element[][] = [[]]
  for (const node of nodes) {
    if (!('tagName' in node)) continue
    if (isSample(node)) groups.at(-1)?.push(node)
    else groups.push([])
  }
  return groups.filter((group) => group.length > 1)
}

function around(group: readonly Element[]): Edit[] {
  const start = group[0]?.sourceCodeLocation?.startOffset
  const end = group.at(-1)?.sourceCodeLocation?.endOffset
  if (start === undefined || end === undefined) return []
  return [
    { start, end: start, text: '<code-tabs>' },
    { start: end, end, text: '</code-tabs>' },
  ]
}

/** Whether an element is a block of code that shows a call in one of the languages. */
export function isSample(element: Element): boolean {
  return languages.includes(titleOf(element))
}

/** The title of a block of code, and nothing of any other element. */
function titleOf(element: Element): string {
  if (!isOfClass(element, 'expressive-code')) return ''
  const title = elementsOf(element).find((each) => isOfClass(each, 'title'))
  return title ? textOf(title) : ''
}
