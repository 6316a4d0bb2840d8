import type { Edit } from './edit.ts'
import { type Element, escaped, type Node, textOf } from './elements.ts'

/**
 * A table gets a box around it that scrolls, has a name, and can be focused by who has no mouse. Each cell knows the heading of its column, so that a
 * narrow screen can show a row as a list.
 */
export function namedTables(elements: readonly Element[]): Edit[] {
  let heading = ''
  return elements.flatMap((element) => {
    if (/^h[1-6]$/.test(element.tagName)) heading = textOf(element)
    return element.tagName === 'table' ? [...boxAround(element, heading), ...labels(element)] : []
  })
}

function boxAround({ sourceCodeLocation: place }: Element, heading: string): Edit[] {
  if (!place) return []
  const open = `<div class="table-box" role="group" tabindex="0" aria-label="Table: ${escaped(heading)}">`
  return [
    { start: place.startOffset, end: place.startOffset, text: open },
    { start: place.endOffset, end: place.endOffset, text: '</div>' },
  ]
}

function labels(table: Element): Edit[] {
  const names = below(table, 'th').map(textOf)
  const rows = below(table, 'tr').map((row) => below(row, 'td'))
  return rows.flatMap((cells) =>
    cells.flatMap((cell, index) => {
      const start = (cell.sourceCodeLocation?.startOffset ?? -1) + '<td'.length
      const name = names[index]
      if (!cell.sourceCodeLocation || name === undefined || name === '') return []
      return [{ start, end: start, text: ` data-label="${escaped(name)}"` }]
    }),
  )
}

function below(node: Node, tagName: string): Element[] {
  if (!('childNodes' in node)) return []
  return node.childNodes.flatMap((child) =>
    'tagName' in child && child.tagName === tagName ? [child] : below(child, tagName),
  )
}
