import { type DocumentModel, type MediaType, type Operation, resolveSchema } from '../../model/index.ts'
import { quoted } from '../../text/literal.ts'
import { checkText, tableText } from './check-text.ts'
import { type InvalidBody, invalidBodies } from './invalid-bodies.ts'
import { expectSuccess, refusal, successes, successResponses } from './responses.ts'
import { callerOf } from './roles.ts'

/** What must happen to a JSON body that is none, or breaks its schema, or has more than it must have. */
export function bodyChecks(model: DocumentModel, operation: Operation): string[] {
  const body = operation.requestBody?.content.find(({ kind }) => kind === 'json')
  if (!body) return noneBelongs(operation)
  return [
    ...unknownMember(model, operation, body),
    ...(operation.requestBody?.required ? raw(operation, noBody) : []),
    ...malformedJson.flatMap((example) => raw(operation, { ...example, contentType: body.name })),
    ...mediaTypes(operation),
    ...charset(operation, body),
    ...sizes(model, operation, body),
    ...schemaChecks(operation, invalidBodies(model, body.schema)),
  ]
}

/** A client may send `{}` with every call. What a body says where none belongs is not looked at, not even its syntax. */
function noneBelongs(operation: Operation): string[] {
  if (operation.requestBody || operation.method === 'get' || successes(operation).length === 0) return []
  return [
    checkText({
      rule: 'body-ignored',
      title: 'ignores a body, whatever it is',
      lines: ['{}', '{"'].flatMap((text, place) => [
        `const raw${place} = { contentType: 'application/json', text: ${quoted(text)} }`,
        `expectResponse(await calls.perform('${callerOf(operation)}', { raw: raw${place} }), ${successResponses(operation)})`,
      ]),
    }),
  ]
}

/** A body that is not JSON of the schema's, sent as it is. */
interface RawExample {
  readonly rule: string
  readonly what: string
  readonly statuses: readonly string[]
  readonly contentType: string | undefined
  readonly text: string | undefined
}

const noBody: RawExample = {
  rule: 'body-required',
  what: 'a call with neither a body nor a Content-Type',
  statuses: ['415', '400', '422'],
  contentType: undefined,
  text: undefined,
}

/** Whether syntax has a status of its own is for the document to say: 400 comes first where it has both. */
const malformedJson = [
  { rule: 'body-malformed', what: 'JSON that breaks off', statuses: ['400', '422'], text: '{"' },
  { rule: 'body-malformed', what: 'an empty body', statuses: ['400', '422'], text: '' },
]

function raw(operation: Operation, { rule, what, statuses, contentType, text }: RawExample): string[] {
  const response = refusal(operation, statuses)
  if (!response) return []
  const written = `{ contentType: ${contentType && quoted(contentType)}, text: ${text === undefined ? text : quoted(text)} }`
  return [
    checkText({
      rule,
      title: `returns ${response.status} for ${what}`,
      ...(rule === 'body-malformed' && { situation: quoted(what) }),
      lines: [
        `const exchange = await calls.attempt('${callerOf(operation)}', { raw: ${written} })`,
        `expectResponse(exchange, ${response.response})`,
      ],
    }),
  ]
}

/** The same bytes under another media type: a server must not guess. */
function mediaTypes(operation: Operation): string[] {
  const response = refusal(operation, ['415'])
  if (!response) return []
  const offered = operation.requestBody?.content.map(({ name }) => name) ?? []
  const others = ['text/plain', 'application/x-www-form-urlencoded'].filter((type) => !offered.includes(type))
  const rows = others.map((contentType) => [contentType, quoted(contentType)] as const)
  return [
    tableText({
      names: ['what', 'contentType'],
      rows: [...rows, ['no type', 'null']],
      check: {
        rule: 'body-media-type',
        title: `returns ${response.status} for a body of \${what}`,
        situation: 'what',
        lines: [
          `const exchange = await calls.attempt('${callerOf(operation)}', { contentType })`,
          `expectResponse(exchange, ${response.response})`,
        ],
      },
    }),
  ]
}

/** JSON is UTF-8, and some clients say so (RFC 8259, section 11). */
function charset(operation: Operation, { name }: MediaType): string[] {
  if (successes(operation).length === 0) return []
  const contentType = `${name}; charset=utf-8`
  return [
    checkText({
      rule: 'body-media-type',
      title: `accepts a body of ${contentType}`,
      situation: quoted(contentType),
      lines: [
        `const exchange = await calls.perform('${callerOf(operation)}', { contentType: '${contentType}' })`,
        ...expectSuccess(operation),
      ],
    }),
  ]
}

/** A document that has a status for bodies that are too large has a limit, too: the suite knows it. */
function sizes(model: DocumentModel, operation: Operation, body: MediaType): string[] {
  const isLimited = operation.responses.some(({ status }) => status === '413')
  if (!isLimited || !takesMore(model, operation, body)) return []
  const caller = callerOf(operation)
  return [
    checkText({
      rule: 'body-size',
      title: 'accepts a body of the largest size',
      lines: [
        `const exchange = await calls.perform('${caller}', { body: paddedTo(largestBody) })`,
        ...expectSuccess(operation),
      ],
    }),
    checkText({
      rule: 'body-size',
      title: 'returns 413 for a body that is one byte larger, before parsing it',
      lines: [
        `const exchange = await calls.attempt('${caller}', { body: paddedTo(largestBody + 1) })`,
        'expectResponse(exchange, responses[413])',
        `const raw = { contentType: '${body.name}', text: '{'.padEnd(largestBody + 1) }`,
        `expectResponse(await calls.attempt('${caller}', { raw }), responses[413])`,
      ],
    }),
  ]
}

/** Whether a body may have members that its schema does not name. */
function takesMore(model: DocumentModel, operation: Operation, { schema }: MediaType): boolean {
  const { type, additionalProperties } = resolveSchema(model.source, schema)
  return type === 'object' && additionalProperties === undefined && successes(operation).length > 0
}

/** A client that is newer than the server may send more. A schema that forbids it says so. */
/** What careless servers fall over, as source: NUL, quotes, and a letter beyond the basic plane. */
const oddText = '`\\0 " \' 😀`'

function unknownMember(model: DocumentModel, operation: Operation, body: MediaType): string[] {
  if (!takesMore(model, operation, body)) return []
  return [
    checkText({
      rule: 'body-unknown-member',
      title: 'ignores a property that the schema does not name',
      lines: [
        `const exchange = await calls.perform('${callerOf(operation)}', { body: replacing('not_in_the_schema', ${oddText}) })`,
        ...expectSuccess(operation),
      ],
    }),
  ]
}

/** One table per rule, so that a failure names the rule that it breaks. */
function schemaChecks(operation: Operation, invalid: readonly InvalidBody[]): string[] {
  const response = refusal(operation, ['422', '400'])
  if (!response) return []
  return [...Map.groupBy(invalid, ({ rule }) => rule)].map(([rule, bodies]) =>
    tableText({
      names: ['what', 'body', 'member'],
      rows: bodies.map(({ what, change, member }) => [what, change, quoted(member)] as const),
      check: {
        rule,
        title: `returns ${response.status} when \${what}`,
        situation: 'member',
        lines: [
          `const exchange = await calls.attempt('${callerOf(operation)}', { body })`,
          `expectResponse(exchange, ${response.response})`,
        ],
      },
    }),
  )
}
