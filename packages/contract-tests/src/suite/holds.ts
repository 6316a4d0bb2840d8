import { fail } from './expect-answer.ts'
import type { Expectation } from './stage.ts'

/** The body names each of these, in any wording: a success text has to say what it is about. */
export function names(...subjects: readonly string[]): Expectation {
  return (exchange) => {
    const missing = subjects.filter((subject) => !exchange.answer.text.includes(subject))
    if (missing.length > 0) fail(exchange, `a body that names ${missing.join(' and ')}`, 'one that does not')
  }
}

/** The body is this text and nothing else. */
export function isExactly(text: string): Expectation {
  return (exchange) => {
    if (exchange.answer.text !== text) fail(exchange, `the body ${JSON.stringify(text)}`, 'another body')
  }
}
