import type { DefaultTreeAdapterTypes } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.Node

/** An element and all elements below it, in the order of the page. */
export function elementsOf(node: Node): Element[] {
  const children = 'content' in node ? [node.content] : 'childNodes' in node ? node.childNodes : []
  const own = 'tagName' in node ? [node] : []
  return [...own, ...children.flatMap(elementsOf)]
}

export function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value
}

export function isOfClass(element: Element, name: string): boolean {
  return attributeOf(element, 'class')?.split(' ').includes(name) ?? false
}

export function textOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('').trim() : ''
}

/** A text as HTML: between tags, or in an attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
