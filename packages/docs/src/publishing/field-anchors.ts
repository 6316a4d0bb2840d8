import type { Edit } from './edit.ts'
import { attributeOf, type Element, elementsOf, escaped, textOf } from './elements.ts'

/**
 * Each parameter, header and member of a table gets an anchor, and its name leads there: `#query-per_page`, `#body-email`,
 * `#response-201-email`, `#response-201-header-Location`, and `#user-email` for a schema.
 */
export function fieldAnchors(elements: readonly Element[]): Edit[] {
  const taken = new Set(elements.flatMap((element) => attributeOf(element, 'id') ?? []))
  let section = ''
  let part = ''
  return elements.flatMap((element) => {
    if (element.tagName === 'h2') {
      section = attributeOf(element, 'id') ?? ''
      part = ''
    }
    if (element.tagName === 'h3') part = textOf(element)
    return element.tagName === 'table' ? rowsOf(element, { section, part }, taken) : []
  })
}

interface Place {
  /** The id of the heading above. */
  readonly section: string
  /** The heading below that one. */
  readonly part: string
}

function rowsOf(table: Element, place: Place, taken: Set<string>): Edit[] {
  const [head, ...rows] = elementsOf(table).filter(({ tagName }) => tagName === 'tr')
  const [kind] = head ? cellsOf(head).map(textOf) : []
  return rows.flatMap((row) => {
    const cells = cellsOf(row)
    const name = cells[0] && elementsOf(cells[0]).find(({ tagName }) => tagName === 'code')
    const prefix = prefixOf(kind ?? '', place, textOf(cells[1] ?? row))
    if (!name || prefix === undefined) return []
    const id = claim(`${prefix}-${slug(textOf(name))}`, taken)
    return anchor(row, name, id)
  })
}

function cellsOf(row: Element): Element[] {
  return elementsOf(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th')
}

/** What stands before the name; nothing for a table of anything else. */
function prefixOf(kind: string, { section, part }: Place, location: string): string | undefined {
  const status = slug(part.split(' ')[0] ?? '')
  if (kind === 'Name' && section === 'parameters') return slug(location)
  if (kind === 'Header' && section === 'responses') return `response-${status}-header`
  if (kind !== 'Member') return undefined
  if (section === 'request-body') return 'body'
  return section === 'responses' ? `response-${status}` : section
}

/** `authors[].name` is `authors.name`. */
function slug(name: string): string {
  return name.replaceAll('[]', '').replaceAll(/[^\p{L}\p{N}_.-]+/gu, '-')
}

/** A body of two media types may have a member twice. */
function claim(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`
  taken.add(id)
  return id
}

function anchor({ sourceCodeLocation: row }: Element, name: Element, id: string): Edit[] {
  const place = name.sourceCodeLocation
  if (!row || !place) return []
  const start = row.startOffset + '<tr'.length
  return [
    { start, end: start, text: ` id="${escaped(id)}"` },
    { start: place.startOffset, end: place.startOffset, text: `<a class="field" href="#${escaped(id)}">` },
    { start: place.endOffset, end: place.endOffset, text: '</a>' },
  ]
}
