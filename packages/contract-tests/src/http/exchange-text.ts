import { elide, longest } from '../text/elide.ts'
import { printable } from '../text/printable.ts'
import { showLine } from '../text/show.ts'
import type { ReceivedResponse, SentRequest } from './exchange.ts'
import { beginningOf, maskHeader, showBody } from './secrets.ts'

/** Takes out of a text what nobody may see. */
type Mask = (text: string) => string

/** A request as lines of text that can be shown: printable, elided, and without what is secret by its name or by `mask`. */
export function requestText({ method, url, headers, body }: SentRequest, mask: Mask = String): string {
  const target = showLine(mask(maskHeader('location', url)), longest.line)
  return [
    `${method} ${target}`,
    ...headerLines(Object.entries(headers), mask),
    ...bodyLines(body ?? '', mask),
  ].join('\n')
}

/** A response as lines of text that can be shown, as {@link requestText} does. */
export function responseText({ status, headers, text }: ReceivedResponse, mask: Mask = String): string {
  return [String(status), ...headerLines(headers, mask), ...bodyLines(text, mask)].join('\n')
}

function headerLines(headers: Iterable<readonly [string, string]>, mask: Mask): string[] {
  const lines = [...headers].map(([name, value]) =>
    showLine(`${name}: ${mask(maskHeader(name, value))}`, longest.line),
  )
  return lines.length === 0 ? [] : [elide(lines.join('\n'), longest.headers)]
}

function bodyLines(text: string, mask: Mask): string[] {
  return text === '' ? [] : ['', printable(showBody(beginningOf(text), { limit: longest.body, mask }))]
}
