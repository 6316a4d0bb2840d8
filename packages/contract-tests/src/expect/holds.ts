import { essenceOf } from '../http/media-type.ts'
import { differ, type ObservedExchange } from './observation.ts'

/** Holds a response to what only the setup of its call knows, such as: it names its subject. */
export type Expectation = (exchange: ObservedExchange) => void

/** The body names each of these, in any wording: a success text has to say what it is about. */
export function names(subjects: Readonly<Record<string, string>>): Expectation {
  return (exchange) => {
    const text = withoutEscapes(exchange)
    const missing = Object.entries(subjects).filter(([, subject]) => !text.includes(subject))
    if (missing.length === 0) return
    const what = missing.map(([name]) => `the ${name}`).join(' and ')
    differ(exchange, {
      rule: 'valid-call',
      observation: 'body',
      expected: `names ${what}`,
      actual: 'does not name it',
      pointers: [`responses/${exchange.response.status}`],
    })
  }
}

/** JSON may write any character as an escape (RFC 8259, section 7): only what it stands for counts. */
function withoutEscapes({ response: { headers, text } }: ObservedExchange): string {
  if (!essenceOf(headers.get('content-type'))?.includes('json')) return text
  try {
    return JSON.stringify(JSON.parse(text))
  } catch {
    return text
  }
}

/** The body is this text and nothing else. */
export function isExactly(what: string, text: string): Expectation {
  return (exchange) => {
    if (exchange.response.text === text) return
    differ(exchange, { rule: 'valid-call', observation: 'body', expected: what, actual: 'another text' })
  }
}
