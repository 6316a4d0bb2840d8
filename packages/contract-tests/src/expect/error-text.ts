import { Mismatch } from '../errors.ts'
import type { Exchange } from '../http/exchange.ts'

/** How the line of an error begins, by status. The detail after it is for people and worded freely. */
const kinds: Readonly<Record<number, string>> = {
  400: 'Bad request',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  413: 'Payload too large',
  415: 'Unsupported media type',
  422: 'Unprocessable',
  429: 'Too many requests',
  500: 'Internal',
  503: 'Unavailable',
}

/** What only the program knows: a statement of SQL, a message of the database, a place in the source. */
const insides = new RegExp(
  [
    '\\b(?:SELECT|INSERT|UPDATE|DELETE)\\s.*\\b(?:FROM|INTO|SET|WHERE|VALUES)\\b',
    'SQLSTATE|violates \\S+ constraint|duplicate key value|syntax error at or near|relation "',
    '\\bat \\S+ \\(|node_modules|\\.[jt]s:\\d+|\\.rs:\\d+|panicked at|Traceback|stack backtrace',
  ].join('|'),
)

/** Every error is one line `<Kind>: <detail>` of plain text; 401 alone is the bare word `Unauthorized`. */
export function expectErrorText(exchange: Exchange): void {
  const { status, headers, text } = exchange.response
  // An response to HEAD has no body (RFC 9110, section 9.3.2).
  if (exchange.request.method === 'HEAD') return
  const type = headers.get('content-type')
  if (!/^text\/plain\b/i.test(type ?? ''))
    mismatch(exchange, 'Content-Type text/plain', type ?? 'no Content-Type')
  if (status === 401) {
    if (text !== 'Unauthorized') mismatch(exchange, 'the body "Unauthorized"', `the body ${quote(text)}`)
    return
  }
  const leak = insides.exec(text)?.[0]
  if (leak !== undefined) mismatch(exchange, 'an error without the insides of the server', quote(leak))
  const kind = kinds[status]
  if (kind !== undefined && !isOneLine(text, kind)) {
    mismatch(exchange, `one line "${kind}: <detail>"`, `the body ${quote(text)}`)
  }
}

function isOneLine(text: string, kind: string): boolean {
  return text.startsWith(`${kind}: `) && text.length > kind.length + 2 && !/[\r\n]/.test(text.trimEnd())
}

function quote(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text)
}

function mismatch(exchange: Exchange, expected: string, came: string): never {
  const { operation, request } = exchange
  throw new Mismatch({ operation, request, exchange, expected, came, rule: 'error-body' })
}
