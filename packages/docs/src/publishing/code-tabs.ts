import type { DefaultTreeAdapterTypes } from 'parse5'
import type { Edit } from './edit.ts'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

/** The blocks of code that show one call in several languages, by their titles. */
const languages = ['TypeScript', 'fetch', 'React', 'curl']

/** Puts an element around such blocks where they follow each other. A script makes tabs of it; without one, all of them are shown. */
export function codeTabs(elements: readonly Element[]): Edit[] {
  const parents = elements.filter((element) => isOfClass(element, 'sl-markdown-content'))
  return parents.flatMap(({ childNodes }) => groupsOf(childNodes)).flatMap(around)
}

function groupsOf(nodes: readonly Node[]): Element[][] {
  const groups: Element[][] = [[]]
  for (const node of nodes) {
    if (!('tagName' in node)) continue
    if (languages.includes(titleOf(node))) groups.at(-1)?.push(node)
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

/** The title of a block of code, and nothing of any other element. */
function titleOf(element: Element): string {
  if (!isOfClass(element, 'expressive-code')) return ''
  const title = descendants(element).find((each) => isOfClass(each, 'title'))
  const [text] = title?.childNodes ?? []
  return text && 'value' in text ? text.value : ''
}

function descendants(node: Node): Element[] {
  if (!('childNodes' in node)) return []
  return node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...descendants(child)] : []))
}

function isOfClass({ attrs }: Element, name: string): boolean {
  return attrs.some((each) => each.name === 'class' && each.value.split(' ').includes(name))
}
