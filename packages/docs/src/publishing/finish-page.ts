import { createHash } from 'node:crypto'
import { parse } from 'parse5'
import { breakable, isPath } from './breakable.ts'
import { codeTabs } from './code-tabs.ts'
import { type Edit, withEdits } from './edit.ts'
import { type Element, elementsOf } from './elements.ts'
import { fieldAnchors } from './field-anchors.ts'
import { namedTables } from './page-tables.ts'
import { relativeRoot, relativeTarget } from './relative-target.ts'
import { withResponseExamples } from './response-examples.ts'

/**
 * A built page as it is published: its URLs are relative, so that it works at any place, its tables can be read on any screen, and it names the scripts that it may run.
 *
 * @param file - Its path below the root of the site: `reference/whois/index.html`.
 */
export function finishPage(file: string, built: string): string {
  const html = withResponseExamples(built)
  const elements = elementsOf(parse(html, { sourceCodeLocationInfo: true }))
  const edits = [
    ...elements.flatMap((element) => relativeUrls(file, element)),
    ...namedTables(elements),
    ...fieldAnchors(elements),
    ...codeTabs(elements),
    ...elements.flatMap(breakablePath),
    ...elements.filter(isCharset).map((charset) => contentSecurity(charset, elements)),
  ]
  return withEdits(html, edits)
}

/** Attributes that hold a URL, and how one of the site is seen from a file. */
const urlAttributes: Readonly<Record<string, (file: string, target: string) => string>> = {
  href: relativeTarget,
  src: relativeTarget,
  // for scripts, which look for more below it
  'data-root': relativeRoot,
}

function relativeUrls(file: string, { attrs, sourceCodeLocation }: Element): Edit[] {
  return attrs.flatMap(({ name, value }) => {
    const relative = urlAttributes[name]
    const place = sourceCodeLocation?.attrs?.[name]
    if (!relative || !place || !/^\/(?!\/)/.test(value)) return []
    const text = `${name}="${relative(file, value).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
    return [{ start: place.startOffset, end: place.endOffset, text }]
  })
}

/** A path in a sentence or a table breaks before a slash, if at all. */
function breakablePath({ tagName, childNodes, parentNode }: Element): Edit[] {
  const [text, ...others] = childNodes
  if (tagName !== 'code' || text === undefined || others.length > 0 || !('value' in text)) return []
  const place = text.sourceCodeLocation
  if (!place || (parentNode && 'tagName' in parentNode && parentNode.tagName === 'pre')) return []
  if (!isPath(text.value)) return []
  return [{ start: place.startOffset, end: place.endOffset, text: breakable(text.value) }]
}

function isCharset({ tagName, attrs }: Element): boolean {
  return tagName === 'meta' && attrs.some(({ name }) => name === 'charset')
}

/** Stands before all that it allows, and after the charset, which a browser looks for in the first 1,024 bytes. */
function contentSecurity(charset: Element, elements: readonly Element[]): Edit {
  const start = charset.sourceCodeLocation?.endOffset ?? 0
  const sends = elements.some(({ tagName }) => ['send-request', 'run-workflow'].includes(tagName))
  const content = policy(elements.filter(isInlineScript).map(hashOf), sends)
  return { start, end: start, text: `<meta http-equiv="Content-Security-Policy" content="${content}"/>` }
}

/**
 * Styles may be inline: those of highlighted code are attributes, which have no hash that all browsers know. A page that
 * sends requests may send them to a server that its reader names, and runs a sandbox in a worker.
 */
function policy(hashes: readonly string[], sends: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${[...new Set(hashes)].map((hash) => `'${hash}'`).join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    ...(sends ? ["connect-src 'self' http: https:", "worker-src 'self'"] : ["connect-src 'self'"]),
    "base-uri 'self'",
    "form-action 'none'",
  ].join('; ')
}

function isInlineScript({ tagName, attrs }: Element): boolean {
  return tagName === 'script' && !attrs.some(({ name }) => name === 'src')
}

function hashOf({ childNodes }: Element): string {
  const text = childNodes.map((node) => ('value' in node ? node.value : '')).join('')
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
