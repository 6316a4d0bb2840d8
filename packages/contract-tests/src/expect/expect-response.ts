import type { DocumentedResponse, HeaderDescription } from '../document/documented-response.ts'
import type { Schema } from '../document/operation.ts'
import { Mismatch } from '../errors.ts'
import type { Exchange } from '../http/exchange.ts'
import { expectErrorText } from './error-text.ts'

/**
 * Holds an response to what the document says of it: status, media type, headers, body. An error's body has to have the
 * form that all errors of the contract share, too. Of several responses, the one with the status that came counts.
 */
export function expectResponse(exchange: Exchange, ...expected: readonly DocumentedResponse[]): void {
  const documented = choose(exchange, expected)
  for (const [name, facts] of Object.entries(documented.headers))
    expectHeader(exchange, name, facts, documented)
  const schema = expectMediaType(exchange, documented)
  if (schema) expectBody(exchange, schema, documented)
  if (exchange.response.status >= 400) expectErrorText(exchange)
  expectRawText(exchange)
}

/** A text is sent as it is: one that is JSON is a client's puzzle. */
function expectRawText(exchange: Exchange): void {
  const { headers, text } = exchange.response
  if (!/^text\/plain\b/i.test(headers.get('content-type') ?? '')) return
  if (/^".*"$/s.test(text.trim())) fail(exchange, 'raw text', 'text in the quotes of JSON')
}

function choose(exchange: Exchange, expected: readonly DocumentedResponse[]): DocumentedResponse {
  const { status } = exchange.response
  const patterns = expected.map((documented) => documented.status)
  const chosen = expected.find((documented) => matches(status, documented.status))
  return chosen ?? fail(exchange, `status ${patterns.join(' or ')}`, `status ${status}`)
}

/** `pattern` is a status as the document writes it: `200`, `4XX`, `default`. */
function matches(status: number, pattern: string): boolean {
  return pattern === 'default' || new RegExp(`^${pattern.replaceAll(/x/gi, '\\d')}$`).test(String(status))
}

/** For an response of which the document says nothing but its status. */
export function expectStatus(exchange: Exchange, pattern: string): void {
  const { status } = exchange.response
  if (!matches(status, pattern)) fail(exchange, `status ${pattern}`, `status ${status}`)
}

/** The schema of the documented representation that came, or nothing where the document describes no body. */
function expectMediaType(exchange: Exchange, { content }: DocumentedResponse): Schema | undefined {
  const described = Object.keys(content)
  if (described.length === 0 || exchange.request.method === 'HEAD') return undefined
  const written = exchange.response.headers.get('content-type')
  const essence = written?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const schema = content[essence]
  if (schema) return schema
  return fail(exchange, `Content-Type ${described.join(' or ')}`, written ?? 'no Content-Type')
}

function expectBody(exchange: Exchange, schema: Schema, { conformance }: DocumentedResponse): void {
  const isJson = /[/+]json\b/.test(exchange.response.headers.get('content-type') ?? '')
  const value = isJson ? parseJson(exchange) : exchange.response.text
  const problem = conformance(schema, value)
  if (problem) fail(exchange, `a body that satisfies its schema`, problem.replace('the value', 'the body'))
}

function parseJson(exchange: Exchange): unknown {
  try {
    return JSON.parse(exchange.response.text)
  } catch {
    return fail(exchange, 'a body of JSON', 'a body that does not parse')
  }
}

/** A header that may come several times, such as `Set-Cookie`, needs one value that satisfies its schema. */
function expectHeader(
  exchange: Exchange,
  name: string,
  facts: HeaderDescription,
  { conformance }: DocumentedResponse,
): void {
  const { headers } = exchange.response
  const single = headers.get(name)
  const values =
    name.toLowerCase() === 'set-cookie' ? headers.getSetCookie() : single === null ? [] : [single]
  if (values.length === 0) {
    if (facts.required) fail(exchange, `a header ${name}`, `no ${name}`)
    return
  }
  const problems = values.map((value) => conformance(facts.schema, headerValue(value, facts.schema)))
  if (!problems.includes(undefined)) {
    fail(exchange, `a header ${name} that satisfies its schema`, `${name}: ${problems[0] ?? 'another value'}`)
  }
}

/** Headers are text; a schema of numbers means the number that the text writes. */
function headerValue(value: string, schema: Schema): unknown {
  const isNumeric = schema['type'] === 'integer' || schema['type'] === 'number'
  return isNumeric && value.trim() !== '' ? Number(value) : value
}

/** Throws the mismatch of an exchange. */
export function fail(exchange: Exchange, expected: string, came: string): never {
  throw new Mismatch({ operation: exchange.operation, request: exchange.request, exchange, expected, came })
}
