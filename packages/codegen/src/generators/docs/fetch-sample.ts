import { type DocumentModel, isSuccess, needsCredentials, type Operation } from '../../model/index.ts'
import { Expression, literal, quoted } from '../../text/literal.ts'
import { clientPackage } from './client-package.ts'
import { credentialsOf, type PlacedCredential, placedCredentials } from './credentials.ts'
import { plain, type SampleRequest, sampleRequest, sampleUrl } from './sample-request.ts'
import { caller } from './set-up.ts'

const { tokenVariable } = clientPackage

/** A program that makes the sample's call with `fetch` alone, and prints what comes back. */
export function fetchSample(model: DocumentModel, operation: Operation): string {
  const request = sampleRequest(model, operation)
  const credentials = needsCredentials(operation) ? placedCredentials(credentialsOf(model, operation)) : []
  const options = fetchOptions(operation, request, credentials)
  const given = Object.keys(options).length === 0 ? '' : `, ${literal(options)}`
  return [
    ...(credentials.length > 0 ? tokenLines(operation) : []),
    ...formLines(request),
    `const response = await fetch(${textWithToken(urlOf(model, operation, { request, credentials }))}${given})`,
    'if (!response.ok) throw new Error(await response.text())',
    `console.log(${printed(operation)})`,
    '',
  ].join('\n')
}

function tokenLines({ role }: Operation): string[] {
  return [`// The token of ${caller(role)}.`, `const { ${tokenVariable}: token = '' } = process.env`]
}

interface Call {
  readonly request: SampleRequest
  readonly credentials: readonly PlacedCredential[]
}

function urlOf(model: DocumentModel, operation: Operation, { request, credentials }: Call): string {
  const keys = credentials.flatMap((each) =>
    each.in === 'query' ? [`${encodeURIComponent(each.name)}=${each.written(token)}`] : [],
  )
  const url = sampleUrl(model, operation, request)
  return [url, ...keys].reduce((text, key) => `${text}${text.includes('?') ? '&' : '?'}${key}`)
}

function fetchOptions(
  operation: Operation,
  request: SampleRequest,
  credentials: readonly PlacedCredential[],
): Readonly<Record<string, unknown>> {
  const headers = headersOf(request, credentials)
  return {
    ...(operation.method !== 'get' && { method: operation.method.toUpperCase() }),
    ...(headers.size > 0 && { headers: Object.fromEntries(headers) }),
    ...(request.body && { body: new Expression(bodyExpression(request.body)) }),
  }
}

/** Each once, whatever its case: what proves who calls, before a parameter of the same name. */
function headersOf(
  request: SampleRequest,
  credentials: readonly PlacedCredential[],
): ReadonlyMap<string, Expression> {
  const cookies = [
    ...credentials.flatMap((each) => (each.in === 'cookie' ? [`${each.name}=${each.written(token)}`] : [])),
    ...inPlace(request, 'cookie').map(([name, value]) => `${name}=${value}`),
  ]
  const all = [
    ...credentials.flatMap((each) =>
      each.in === 'header' ? [[each.name, each.written(token)] as const] : [],
    ),
    ...inPlace(request, 'header'),
    ...(cookies.length > 0 ? [['Cookie', cookies.join('; ')] as const] : []),
    ...mediaTypeOf(request),
  ]
  const first = all.filter(([name], index) => all.findIndex(([each]) => sameName(each, name)) === index)
  return new Map(first.map(([name, value]) => [name, new Expression(textWithToken(value))]))
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function inPlace({ parameters }: SampleRequest, place: 'cookie' | 'header'): (readonly [string, string])[] {
  return parameters
    .filter(({ parameter }) => parameter.in === place)
    .map(({ parameter, value }) => [parameter.name, plain(value)] as const)
}

/** A form says by itself what it is. */
function mediaTypeOf({ body }: SampleRequest): (readonly [string, string])[] {
  return !body || body.media.kind === 'form' ? [] : [['Content-Type', body.media.name]]
}

/** Where the token stands in a text, until it is written as code. */
const token = { plain: '\0token', base64: '\0base64' }

/** A text as code, with the token in it. */
function textWithToken(text: string): string {
  if (text === token.plain) return 'token'
  if (!text.includes('\0')) return quoted(text)
  const escaped = text.replaceAll(/[\\`]|\$(?=\{)/g, '\\$&')
  const written = escaped.replaceAll(token.plain, placeholder('token'))
  return `\`${written.replaceAll(token.base64, placeholder('btoa(token)'))}\``
}

function placeholder(code: string): string {
  return `\${${code}}`
}

function isMultipart({ body }: SampleRequest): boolean {
  return body?.media.name === 'multipart/form-data'
}

function formLines(request: SampleRequest): string[] {
  if (!isMultipart(request)) return []
  const fields = Object.entries(Object(request.body?.value))
  const appended = fields.map(([name, value]) => `form.append(${quoted(name)}, ${quoted(plain(value))})`)
  return ['const form = new FormData()', ...appended]
}

function bodyExpression({ media, value }: NonNullable<SampleRequest['body']>): string {
  if (media.name === 'multipart/form-data') return 'form'
  if (media.kind !== 'form')
    return typeof value === 'string' && media.kind !== 'json'
      ? quoted(value)
      : `JSON.stringify(${literal(value, '  ')})`
  const members = Object.entries(Object(value)).map(([name, member]) => [name, plain(member)] as const)
  return `new URLSearchParams(${literal(Object.fromEntries(members), '  ')})`
}

/** A body as what it is; where there is none, the status. */
function printed({ responses }: Operation): string {
  const [media] = responses.find(isSuccess)?.content ?? []
  if (!media) return 'response.status'
  return media.kind === 'json' ? 'await response.json()' : 'await response.text()'
}
