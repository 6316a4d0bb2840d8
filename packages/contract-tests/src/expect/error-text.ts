import { essenceOf } from '../http/media-type.ts'
import { differ, type ObservedExchange } from './observation.ts'

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

/**
 * Every error is one line `<Kind>: <detail>` of plain text; 401 alone is the bare word `Unauthorized`. The text may also be
 * that of one of the `statuses` that were expected: then the status alone is wrong, which is said already.
 */
export function expectErrorText(exchange: ObservedExchange, ...statuses: readonly string[]): void {
  const { status, headers, text } = exchange.response
  // A response to HEAD has no body (RFC 9110, section 9.3.2).
  if (exchange.request.method === 'HEAD' || status < 400) return
  const type = essenceOf(headers.get('content-type'))
  if (type !== 'text/plain') record(exchange, 'header Content-Type', 'text/plain', type ?? 'absent')
  if (insides.test(text))
    record(exchange, 'body of an error', 'nothing of the insides of the server', insideOf(text))
  // What is not text is not an error text either: that is said already.
  if (type !== 'text/plain') return
  const expected = expectedText(status)
  if (statuses.some((other) => expectedText(Number(other))?.pattern.test(text))) return
  if (expected && !expected.pattern.test(text)) record(exchange, 'body', expected.words, formOf(text))
}

function expectedText(status: number): { readonly words: string; readonly pattern: RegExp } | undefined {
  if (status === 401) return { words: '"Unauthorized"', pattern: /^Unauthorized$/ }
  const kind = kinds[status]
  return kind === undefined
    ? undefined
    : { words: `one line "${kind}: <detail>"`, pattern: new RegExp(`^${kind}: [^\\r\\n]+(?:\\r?\\n)?$`) }
}

/** The kind of text, without what differs from call to call. */
function formOf(text: string): string {
  if (text === '') return 'no text'
  if (/^\s*[{[]/.test(text)) return 'JSON'
  if (/^\s*</.test(text)) return 'markup'
  if (/[\r\n]/.test(text.trimEnd())) return 'several lines'
  const [, kind] = /^([A-Z][A-Za-z ]{2,40}): ./.exec(text) ?? []
  return kind === undefined ? 'another text' : `"${kind}: <detail>"`
}

function insideOf(text: string): string {
  if (/SELECT|INSERT|UPDATE|DELETE|SQLSTATE|constraint|duplicate key|relation/.test(text)) return 'SQL'
  return 'a place in its source'
}

function record(exchange: ObservedExchange, observation: string, expected: string, actual: string): void {
  const { status } = exchange.response
  const pointers = [`responses/${status}`]
  differ(exchange, {
    rule: 'error-body',
    situation: String(status),
    observation,
    expected,
    actual,
    pointers,
  })
}
