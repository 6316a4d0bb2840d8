import { isSuccess, type Operation, type Response } from '../../model/index.ts'
import { literal } from '../../text/literal.ts'

/** The documented responses of an operation, as a constant that its checks refer to. */
export function responsesText({ responses }: Operation): string {
  const members = responses.map(
    (response) => `  ${statusKey(response.status)}: ${literal(factsOf(response), '  ')},\n`,
  )
  return `const responses = documented(schemas, {\n${members.join('')}})`
}

function factsOf({ headers, content }: Response): object {
  const headerFacts = headers.map(({ name, required, schema }) => [name, { required, schema }])
  // A stream is held to its media type: its schema is that of an item.
  const contentFacts = content.map(({ name, kind, schema }) => [name, kind === 'stream' ? {} : schema])
  return {
    ...(headers.length > 0 && { headers: Object.fromEntries(headerFacts) }),
    ...(content.length > 0 && { content: Object.fromEntries(contentFacts) }),
  }
}

/** The responses of a call that succeeds: 2xx, or 3xx where there is none. */
export function successes({ responses }: Operation): readonly Response[] {
  const successful = responses.filter(isSuccess)
  return successful.length > 0 ? successful : responses.filter(({ status }) => status.startsWith('3'))
}

/** The statement that holds an exchange to the responses of success. */
export function expectSuccess(operation: Operation): string[] {
  return [`expectResponse(exchange, ${successResponses(operation)})`]
}

/** The expressions for the responses of success, as arguments. */
export function successResponses(operation: Operation): string {
  return successes(operation)
    .map(({ status }) => responseOf(status))
    .join(', ')
}

/** The status that a call must return, and the expression for the response that the document describes for it. */
export interface Refusal {
  readonly status: string
  readonly response: string
}

/**
 * How the document says that a call is refused: the first of these statuses that it describes for the operation, be it as
 * a range or as `default`. Nothing where it is silent: then nothing can be held against a server.
 */
export function refusal({ responses }: Operation, statuses: readonly string[]): Refusal | undefined {
  const exact = statuses.find((status) => responses.some((response) => response.status === status))
  if (exact !== undefined) return { status: exact, response: responseOf(exact) }
  const broad = responses.find(({ status }) => status.toUpperCase() === '4XX' || status === 'default')
  const [first] = statuses
  return broad && first !== undefined
    ? { status: first, response: `{ ...${responseOf(broad.status)}, status: '${first}' }` }
    : undefined
}

export function responseOf(status: string): string {
  return /^\d+$/.test(status) ? `responses[${status}]` : `responses['${status}']`
}

function statusKey(status: string): string {
  return /^\d+$/.test(status) ? status : `'${status}'`
}
