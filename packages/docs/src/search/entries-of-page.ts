import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { SearchEntry } from './entry.ts'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

interface Section {
  readonly anchor: string | undefined
  readonly heading: string | undefined
  readonly fields: string[]
  readonly text: string[]
}

/** The sections of a built page, from one heading to the next. Nothing where the page has no `main`. */
export function entriesOfPage(page: string, html: string): SearchEntry[] {
  const main = find(parse(html), ({ tagName }) => tagName === 'main')
  if (!main) return []
  const title = textOf(find(main, ({ tagName }) => tagName === 'h1'))
  const call = textOf(find(main, (element) => attribute(element, 'class') === 'operation-call'))
  const sections: Section[] = [{ anchor: undefined, heading: undefined, fields: [], text: [] }]
  collect(main, sections)
  return sections.map(({ anchor, heading, fields, text }) => ({
    page,
    ...(anchor !== undefined && { anchor }),
    title,
    ...(heading !== undefined && { heading }),
    ...(call !== '' && { call }),
    ...(fields.length > 0 && { fields }),
    text: oneLine(text.join(' ')),
  }))
}

/** Adds what is read below a node to the section that it stands in. */
function collect(node: Node, sections: Section[]): void {
  if ('value' in node) sections.at(-1)?.text.push(node.value)
  if (!('childNodes' in node) || isUnread(node)) return
  if ('tagName' in node && /^h[2-4]$/.test(node.tagName)) {
    sections.push({ anchor: attribute(node, 'id'), heading: textOf(node), fields: [], text: [] })
    return
  }
  if ('tagName' in node && node.tagName === 'h1') return
  if ('tagName' in node && node.tagName === 'tr') sections.at(-1)?.fields.push(...nameOfRow(node))
  for (const child of node.childNodes) collect(child, sections)
  // a word ends where a block does
  if ('tagName' in node && !inline.has(node.tagName)) sections.at(-1)?.text.push(' ')
}

const inline = new Set(['a', 'b', 'code', 'em', 'span', 'strong', 'wbr'])

/** The code that a row begins with. */
function nameOfRow(row: Element): string[] {
  const first = find(row, ({ tagName }) => tagName === 'td')
  const name = first && find(first, ({ tagName }) => tagName === 'code')
  return name ? [textOf(name)] : []
}

/** What is no text of the page: drawings, scripts, the form that sends requests, and links that say for screen readers which heading they stand at. */
function isUnread(node: Node): boolean {
  if (!('tagName' in node)) return false
  return (
    /^(?:script|style|svg|template|nav|button|footer|send-request)$/.test(node.tagName) ||
    /\bsl-anchor-link\b/.test(attribute(node, 'class') ?? '')
  )
}

function find(node: Node, isMeant: (element: Element) => boolean): Element | undefined {
  if ('tagName' in node && isMeant(node)) return node
  if (!('childNodes' in node)) return undefined
  for (const child of node.childNodes) {
    const found = find(child, isMeant)
    if (found) return found
  }
  return undefined
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value
}

function textOf(node: Node | undefined): string {
  if (!node) return ''
  if ('value' in node) return node.value
  if (!('childNodes' in node) || isUnread(node)) return ''
  const texts = node.childNodes.map(textOf)
  return oneLine(texts.join(texts.length > 1 && 'tagName' in node && node.tagName === 'p' ? ' ' : ''))
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
