import { isSuccess, type Operation, type Response } from '../../model/index.ts'
import { literal } from '../../text/literal.ts'

/** The documented answers of an operation, as a constant that its checks refer to. */
export function answersText({ responses }: Operation): string {
  const members = responses.map(
    (response) => `  ${statusKey(response.status)}: ${literal(factsOf(response), '  ')},\n`,
  )
  return `const answers = documented(schemas, {\n${members.join('')}})`
}

function factsOf({ headers, content }: Response): object {
  const headerFacts = headers.map(({ name, required, schema }) => [name, { required, schema }])
  const contentFacts = content.map(({ name, schema }) => [name, schema])
  return {
    ...(headers.length > 0 && { headers: Object.fromEntries(headerFacts) }),
    ...(content.length > 0 && { content: Object.fromEntries(contentFacts) }),
  }
}

/** The answers of a call that succeeds: 2xx, or 3xx where there is none. */
export function successes({ responses }: Operation): readonly Response[] {
  const successful = responses.filter(isSuccess)
  return successful.length > 0 ? successful : responses.filter(({ status }) => status.startsWith('3'))
}

/** The statement that holds an exchange to the answers of success. */
export function expectSuccess(operation: Operation): string[] {
  return [`expectAnswer(exchange, ${successAnswers(operation)})`]
}

/** The expressions for the answers of success, as arguments. */
export function successAnswers(operation: Operation): string {
  return successes(operation)
    .map(({ status }) => answerOf(status))
    .join(', ')
}

/** A status that a call must be answered with, and the expression for the answer that the document describes for it. */
export interface Refusal {
  readonly status: string
  readonly answer: string
}

/**
 * How the document says that a call is refused: the first of these statuses that it describes for the operation, be it as
 * a range or as `default`. Nothing where it is silent: then nothing can be held against a server.
 */
export function refusal({ responses }: Operation, statuses: readonly string[]): Refusal | undefined {
  const exact = statuses.find((status) => responses.some((response) => response.status === status))
  if (exact !== undefined) return { status: exact, answer: answerOf(exact) }
  const broad = responses.find(({ status }) => status.toUpperCase() === '4XX' || status === 'default')
  const [first] = statuses
  return broad && first !== undefined
    ? { status: first, answer: `{ ...${answerOf(broad.status)}, status: '${first}' }` }
    : undefined
}

export function answerOf(status: string): string {
  return /^\d+$/.test(status) ? `answers[${status}]` : `answers['${status}']`
}

function statusKey(status: string): string {
  return /^\d+$/.test(status) ? status : `'${status}'`
}
