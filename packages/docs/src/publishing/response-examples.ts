import { parse } from 'parse5'
import { isSample } from './code-tabs.ts'
import { attributeOf, type Element, elementsOf, escaped, isOfClass, textOf } from './elements.ts'

/** Puts the examples of an operation's responses behind the samples: one status is open at a time, without a script as well. */
export function withResponseExamples(html: string): string {
  const elements = elementsOf(parse(html, { sourceCodeLocationInfo: true }))
  const content = elements.find((element) => isOfClass(element, 'sl-markdown-content'))
  const isOperation = elements.some((element) => isOfClass(element, 'operation-title'))
  if (!content || !isOperation) return html
  const blocks = content.childNodes.filter((node) => 'tagName' in node)
  const samples = blocks.filter(isSample)
  const start = samples[0]?.sourceCodeLocation?.startOffset
  const end = samples.at(-1)?.sourceCodeLocation?.endOffset
  if (start === undefined || end === undefined) return html
  const responses = responsesIn(blocks, html)
  const moved = responses.flatMap((response) => response.moved).toReversed()
  const rest = moved.reduce((text, [from, to]) => text.slice(0, from) + text.slice(to), html)
  const column = `<div class="operation-samples">${rest.slice(start, end)}${switcher(responses)}</div>`
  return `${rest.slice(0, start)}${column}${rest.slice(end)}`
}

interface ResponseExamples {
  readonly status: string
  readonly examples: string
  /** What they are taken from, in the order of the page. */
  readonly moved: readonly (readonly [start: number, end: number])[]
}

/** Blocks of code are moved; the texts of failures stay with what they mean, and are repeated. */
function responsesIn(blocks: readonly Element[], html: string): ResponseExamples[] {
  const start = blocks.findIndex((block) => hasHeading(block, 'responses'))
  if (start < 0) return []
  const found: { status: string; blocks: Element[] }[] = []
  for (const block of blocks.slice(start + 1)) {
    const heading = headingIn(block)
    if (heading?.tagName === 'h2') break
    if (heading) found.push({ status: textOf(heading), blocks: [] })
    else found.at(-1)?.blocks.push(block)
  }
  return found.map(({ status, blocks: own }) => {
    const moved = own.flatMap((block, index) => (isExample(own, index) ? placeOf(block) : []))
    const code = moved.map(([from, to]) => html.slice(from, to))
    const texts = own.flatMap(textsIn).map((text) => `<pre><code>${escaped(text)}</code></pre>`)
    return { status, examples: [...code, ...texts].join(''), moved }
  })
}

/** A block of code, and the line that names it. */
function isExample(blocks: readonly Element[], index: number): boolean {
  const [block, next] = blocks.slice(index)
  if (!block) return false
  if (isOfClass(block, 'expressive-code')) return true
  return next !== undefined && isOfClass(next, 'expressive-code') && textOf(block).startsWith('Example ')
}

function placeOf({ sourceCodeLocation: place }: Element): [start: number, end: number][] {
  return place ? [[place.startOffset, place.endOffset]] : []
}

/** The texts that a list of failures begins its items with. */
function textsIn(block: Element): string[] {
  if (block.tagName !== 'ul') return []
  return block.childNodes.flatMap((item) => {
    const [first] = 'childNodes' in item ? item.childNodes : []
    return first && 'tagName' in first && first.tagName === 'code' ? [textOf(first)] : []
  })
}

function headingIn(block: Element): Element | undefined {
  return elementsOf(block).find(({ tagName }) => /^h[23]$/.test(tagName))
}

function hasHeading(block: Element, id: string): boolean {
  const heading = headingIn(block)
  return heading !== undefined && attributeOf(heading, 'id') === id
}

function switcher(responses: readonly ResponseExamples[]): string {
  const shown = responses.filter(({ examples }) => examples !== '')
  if (shown.length === 0) return ''
  const items = shown.map(
    ({ status, examples }, index) =>
      `<details name="response-example"${index === 0 ? ' open' : ''}><summary>${escaped(status)}</summary>${examples}</details>`,
  )
  return `<div class="response-examples" role="group" aria-label="Examples of responses"><p>Examples of responses</p>${items.join('')}</div>`
}
