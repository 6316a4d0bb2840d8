import type { Expectation } from '../checks/setup.ts'
import type { Exchange } from '../http/exchange.ts'
import { fail } from './expect-response.ts'

/** The body names each of these, in any wording: a success text has to say what it is about. */
export function names(...subjects: readonly string[]): Expectation {
  return (exchange) => {
    const text = withoutEscapes(exchange)
    const missing = subjects.filter((subject) => !text.includes(subject))
    if (missing.length > 0) fail(exchange, `a body that names ${missing.join(' and ')}`, 'one that does not')
  }
}

/** JSON may write any character as an escape (RFC 8259, section 7): only what it stands for counts. */
function withoutEscapes({ response: { headers, text } }: Exchange): string {
  if (!headers.get('content-type')?.includes('json')) return text
  try {
    return JSON.stringify(JSON.parse(text))
  } catch {
    return text
  }
}

/** The body is this text and nothing else. */
export function isExactly(text: string): Expectation {
  return (exchange) => {
    if (exchange.response.text !== text) fail(exchange, `the body ${JSON.stringify(text)}`, 'another body')
  }
}
