import { count, elide, longest } from '../text/elide.ts'
import { isPrintableLine } from '../text/printable.ts'
import type { SentRequest } from './exchange.ts'
import { beginningOf, maskHeader, showBody } from './secrets.ts'

/**
 * The request as a command that a shell takes, in one line. Where a secret was sent, `[secret]` stands; `mask` knows more of
 * them. What is too long to be shown is cut off, and a comment of the shell says so.
 */
export function curlCommand(
  { method, url, headers, body }: SentRequest,
  mask: (text: string) => string = String,
): string {
  const verb = method === 'HEAD' ? ['--head'] : method === 'GET' ? [] : ['-X', method]
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${mask(maskHeader(name, value))}`)
  const words = [
    quote(elide(mask(maskHeader('location', url)), longest.line)),
    ...fields.flatMap((field) => ['-H', quote(elide(field, longest.line))]),
    ...(body === undefined
      ? []
      : ['--data-raw', quote(showBody(beginningOf(body), { limit: longest.body, mask }))]),
  ]
  const lengths = [
    ...(url.length > longest.line ? [`the URL has ${count(url.length)} characters`] : []),
    ...fields
      .filter((field) => field.length > longest.line)
      .map((field) => `a header has ${count(field.length)} characters`),
    ...(body !== undefined && body.length > longest.body
      ? [`the body has ${count(body.length)} characters`]
      : []),
  ]
  const comment = lengths.length === 0 ? [] : [`# shortened: ${lengths.join(', ')}`]
  return ['curl', '-i', ...verb, ...words, ...comment].join(' ')
}

/** In single quotes nothing means anything to a shell, but a single quote. */
function quote(text: string): string {
  return isPrintableLine(text) ? `'${text.replaceAll("'", `'\\''`)}'` : quoteBytes(text)
}

/** What cannot be printed is written as the bytes that were sent: `$'\x1b'`, for bash, zsh and ksh. `##[` is a command of CI. */
function quoteBytes(text: string): string {
  const words = Array.from(text, (character) => {
    if (character === "'" || character === '\\') return `\\${character}`
    if (character !== '#' && isPrintableLine(character)) return character
    return [...new TextEncoder().encode(character)]
      .map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
      .join('')
  })
  return `$'${words.join('')}'`
}
