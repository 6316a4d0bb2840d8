import type { DocumentedResponse, HeaderDescription } from '../document/documented-response.ts'
import type { Schema } from '../document/operation.ts'
import type { Rule } from '../document/rule.ts'
import { essenceOf } from '../http/media-type.ts'
import { expectErrorText } from './error-text.ts'
import { expectStatus, matchesStatus } from './expect-status.ts'
import { differ, type ObservedExchange } from './observation.ts'

/**
 * Holds a response to what the document says of it: status, media type, headers, body. An error's body has to have the
 * form that all errors of the contract share, too. Of several responses, the one with the returned status counts; where it
 * is none of them, but of the same kind, it is held to the first.
 */
export function expectResponse(exchange: ObservedExchange, ...expected: readonly DocumentedResponse[]): void {
  expectStatus(exchange, ...expected.map(({ status }) => status))
  const { status } = exchange.response
  const documented = expected.find((each) => matchesStatus(status, each.status))
  // Of an error with another status nothing is known but the form that all errors have.
  const closest = documented ?? expected[0]
  if (documented === undefined && status >= 400)
    expectErrorText(exchange, ...expected.map((each) => each.status))
  else if (closest) expectForm(exchange, closest)
}

/** Everything but the status. */
function expectForm(exchange: ObservedExchange, documented: DocumentedResponse): void {
  const isError = exchange.response.status >= 400
  const rule: Rule = isError ? 'error-body' : 'valid-call'
  for (const [name, description] of Object.entries(documented.headers))
    expectHeader(exchange, { name, description, documented, rule })
  // What all errors have in common says more than the schema of one.
  const isCommon = isError && 'text/plain' in documented.content
  const schema = isCommon ? undefined : expectMediaType(exchange, documented, rule)
  // The text of an error says more than its schema: one of them is enough.
  if (isError) expectErrorText(exchange)
  else if (schema) expectBody(exchange, schema, documented)
  if (schema) expectRawText(exchange)
}

/** A text is sent as it is: one that is JSON is a client's puzzle. */
function expectRawText(exchange: ObservedExchange): void {
  const { headers, text } = exchange.response
  if (essenceOf(headers.get('content-type')) !== 'text/plain' || !/^".*"$/s.test(text.trim())) return
  differ(exchange, {
    rule: 'valid-call',
    observation: 'body',
    expected: 'raw text',
    actual: 'text in the quotes of JSON',
  })
}

/** The schema of the returned representation; undefined if the document does not describe one. */
function expectMediaType(
  exchange: ObservedExchange,
  { content, status }: DocumentedResponse,
  rule: Rule,
): Schema | undefined {
  const described = Object.keys(content)
  if (described.length === 0 || exchange.request.method === 'HEAD') return undefined
  const essence = essenceOf(exchange.response.headers.get('content-type'))
  const schema = content[essence ?? '']
  if (schema) return schema
  differ(exchange, {
    rule,
    observation: 'header Content-Type',
    expected: described.join(' or '),
    actual: essence ?? 'absent',
    pointers: [`responses/${status}`],
  })
  return undefined
}

function expectBody(
  exchange: ObservedExchange,
  schema: Schema,
  { conformance, status }: DocumentedResponse,
): void {
  const isJson = /[/+]json\b/.test(essenceOf(exchange.response.headers.get('content-type')) ?? '')
  const value = isJson ? parseJson(exchange, status) : textValue(exchange.response.text, schema)
  if (value === undefined) return
  for (const { place, expected, actual, pointer } of conformance(schema, value))
    differ(exchange, {
      rule: 'valid-call',
      observation: place === '' ? 'body' : `body ${place}`,
      expected,
      actual,
      pointers: [...(pointer === undefined ? [] : [pointer]), `responses/${status}`],
    })
}

/** A text is a string, unless its schema has no strings: whoever describes a number or a list as text means that it is written as JSON. */
function textValue(text: string, { type }: Schema): unknown {
  if (type === undefined || [type].flat().includes('string')) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function parseJson(exchange: ObservedExchange, status: string): unknown {
  try {
    return JSON.parse(exchange.response.text)
  } catch {
    differ(exchange, {
      rule: 'valid-call',
      observation: 'body',
      expected: 'JSON',
      actual: exchange.response.text === '' ? 'no body' : 'a body that does not parse',
      pointers: [`responses/${status}`],
    })
    return undefined
  }
}

interface ExpectedHeader {
  readonly name: string
  readonly description: HeaderDescription
  readonly documented: DocumentedResponse
  readonly rule: Rule
}

/** A header that may come several times, such as `Set-Cookie`, needs one value that satisfies its schema. */
function expectHeader(exchange: ObservedExchange, header: ExpectedHeader): void {
  const { name, description, documented, rule } = header
  const { headers } = exchange.response
  const single = headers.get(name)
  const values =
    name.toLowerCase() === 'set-cookie' ? headers.getSetCookie() : single === null ? [] : [single]
  const pointers = [`responses/${documented.status}/headers/${name}`, `responses/${documented.status}`]
  const observation = `header ${name}`
  if (values.length === 0) {
    if (description.required)
      differ(exchange, { rule, observation, expected: 'present', actual: 'absent', pointers })
    return
  }
  const problems = values.map((value) =>
    documented.conformance(description.schema, headerValue(value, description.schema)),
  )
  const [problem] = problems.some((found) => found.length === 0) ? [] : (problems[0] ?? [])
  if (problem)
    differ(exchange, {
      rule,
      observation,
      expected: problem.expected,
      actual: name.toLowerCase() === 'set-cookie' ? problem.actual : (single ?? problem.actual),
      pointers,
    })
}

/** Headers are text; a schema of numbers means the number that the text writes. */
function headerValue(value: string, schema: Schema): unknown {
  const isNumeric = schema['type'] === 'integer' || schema['type'] === 'number'
  return isNumeric && value.trim() !== '' ? Number(value) : value
}
