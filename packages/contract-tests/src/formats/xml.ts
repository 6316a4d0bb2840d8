/** An element of XML: its attributes in order, and a text or other elements in it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly content?: string | readonly XmlElement[]
}

/** Writes an XML 1.0 document in UTF-8, one element a line. Texts may hold any character. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, '')}`
}

function writeElement({ name, attributes, content = [] }: XmlElement, indent: string): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`,
  )
  const start = `${indent}<${name}${written.join('')}`
  if (content.length === 0) return `${start}/>\n`
  if (typeof content === 'string') return `${start}>${escapeText(content)}</${name}>\n`
  const inner = content.map((element) => writeElement(element, `${indent}  `))
  return `${start}>\n${inner.join('')}${indent}</${name}>\n`
}

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** In an attribute, a parser takes every white space for a space. */
function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll(/[\t\n]/g, toReference)
}

/** XML 1.0 cannot hold every character, not even escaped: those are replaced by U+FFFD. */
function escapeText(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll(/[&<>"\r]/g, (character) => references[character] ?? toReference(character))
}

function toReference(character: string): string {
  return `&#${character.charCodeAt(0)};`
}
