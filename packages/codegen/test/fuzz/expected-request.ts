import { parseTemplate } from 'url-template'
import type { DrawnBody, DrawnEncoding } from './drawing/bodies.ts'
import type { DrawnDocument } from './drawing/document.ts'
import type { DrawnOperation } from './drawing/operation.ts'
import type { DrawnParameter, Place } from './drawing/parameters.ts'
import { type ExpectedCredentials, expectedCredentials } from './expected-credentials.ts'

/** What is compared of a request. */
export interface ComparedRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | null>>
  readonly body: unknown
}

export const baseUrl = 'https://api.example/base'

/** What a request has to be, by RFC 6570 as another implementation has it, and by the words of OpenAPI where that has no form. */
export function expectedRequest(document: DrawnDocument, operation: DrawnOperation): ComparedRequest {
  const { path, parameters, body, servers, method } = operation
  const credentials = expectedCredentials(document, operation)
  const at = (location: Place) =>
    parameters.filter((each) => each.in === location && each.value !== undefined)
  const filled = at('path').reduce(
    (text, parameter) => text.replace(`{${parameter.name}}`, () => expanded(parameter, pathOperators)),
    path,
  )
  const query = [...at('query').map(formText), ...credentials.query]
  const server = servers === undefined ? baseUrl : new URL(servers.url, `${baseUrl}/`).href
  const { pathname, origin } = new URL(server)
  const url = `${origin}${pathname.replace(/\/$/, '')}${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`
  return {
    method: method.toUpperCase(),
    url: normal(new URL(url).href),
    headers: expectedHeaders(at('header'), at('cookie'), credentials, body),
    body: body && bodyOf(body),
  }
}

/** Characters that one writer encodes and another does not, with the same meaning (RFC 3986, section 2.3). */
export function normal(url: string): string {
  return url.replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
}

function expectedHeaders(
  headers: readonly DrawnParameter[],
  cookies: readonly DrawnParameter[],
  credentials: ExpectedCredentials,
  body: DrawnBody | undefined,
): ComparedRequest['headers'] {
  const cookie = [...cookies.map(formText), ...credentials.cookies]
  const mediaType = body && body.mediaType !== 'multipart/form-data' ? { 'content-type': body.mediaType } : {}
  return {
    ...Object.fromEntries(headers.map((each) => [each.name.toLowerCase(), headerText(each)])),
    ...(credentials.isKnown ? { cookie: cookie.length > 0 ? cookie.join('; ') : null } : {}),
    ...credentials.headers,
    ...mediaType,
  }
}

const pathOperators: Readonly<Record<string, string>> = { simple: '', label: '.', matrix: ';' }

/** A name of a template has letters, digits, `_` and `.` alone, so it stands for the real one. */
function expanded(parameter: DrawnParameter, operators: Readonly<Record<string, string>>): string {
  const { name, style, explode, value, mediaType } = parameter
  if (mediaType !== undefined) return encodeURIComponent(contentText(value))
  const text = parseTemplate(`{${operators[style]}placeholder${explode ? '*' : ''}}`).expand({
    placeholder: value as string,
  })
  return text.replaceAll('placeholder', encodeURIComponent(name))
}

/** The value of a parameter that has a media type. */
function contentText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

type FormMember = Pick<DrawnParameter, 'name' | 'style' | 'explode' | 'isReserved' | 'mediaType' | 'value'>

/** A parameter of a query, a cookie, or a member of a form with a style. */
function formText(member: FormMember): string {
  const { name, style, explode, isReserved, mediaType, value } = member
  const encoded = (text: unknown) =>
    isReserved ? reservedText(String(text)) : parseTemplate('{text}').expand({ text: String(text) })
  const pair = (key: string, text: string) => `${encodeURIComponent(key)}=${text}`
  if (mediaType !== undefined) return pair(name, encodeURIComponent(contentText(value)))
  if (typeof value !== 'object' || value === null) return pair(name, encoded(value))
  const entries = Object.entries(value)
  if (style === 'deepObject')
    return entries.map(([key, part]) => pair(`${name}[${key}]`, encoded(part))).join('&')
  const isList = Array.isArray(value)
  if (explode) return entries.map(([key, part]) => pair(isList ? name : key, encoded(part))).join('&')
  const flat = entries.flatMap(([key, part]) => [...(isList ? [] : [encodeURIComponent(key)]), encoded(part)])
  return pair(name, flat.join(separators[style] ?? ','))
}

/** A triplet has two digits (RFC 6570, section 3.2.3): url-template takes `%7` for one. */
function reservedText(text: string): string {
  return parseTemplate('{+text}').expand({ text: text.replaceAll(/%(?![\da-f]{2})/gi, '%25') })
}

const separators: Readonly<Record<string, string>> = { pipeDelimited: '%7C', spaceDelimited: '%20' }

/** The style `simple` without percent-encoding (OpenAPI 3.1.1, section 4.8.12.5): the values are plain, so nothing is encoded. */
function headerText(parameter: DrawnParameter): string {
  if (parameter.mediaType !== undefined) return contentText(parameter.value)
  return expanded({ ...parameter, name: 'placeholder' }, pathOperators)
}

function bodyOf({ mediaType, value, encoding }: DrawnBody): unknown {
  if (mediaType.endsWith('json')) return value
  if (mediaType === 'multipart/form-data') return partsOf(value, encoding)
  if (mediaType === 'application/x-www-form-urlencoded')
    return Object.entries(Object(value))
      .map(([name, part]) => formMember(name, part, encoding[name]))
      .join('&')
  return value instanceof Blob ? 'bytes' : String(value)
}

/** A member of a form, by OpenAPI 3.1.1, section 4.8.15.1: with a style, as in a query; else lists repeat and objects are JSON. */
function formMember(name: string, value: unknown, encoding: DrawnEncoding | undefined): string {
  if (encoding !== undefined) {
    const { style = 'form', explode = style === 'form', allowReserved: isReserved = false } = encoding
    return formText({ name, style, explode, isReserved, value, mediaType: undefined })
  }
  return [value]
    .flat()
    .map(
      (each) =>
        `${encodeURIComponent(name)}=${encodeURIComponent(typeof each === 'object' ? JSON.stringify(each) : String(each))}`,
    )
    .join('&')
}

/** Name, text, and the media type of what is no plain text. */
export type Part = readonly [name: string, text: string, mediaType: string | undefined]

function partsOf(body: unknown, encoding: DrawnBody['encoding']): Part[] {
  const entries = Object.entries(Object(body))
  return entries.flatMap(([name, value]) =>
    [value].flat().map((each): Part => {
      const said = encoding[name]?.contentType
      if (each instanceof Blob) return [name, `${each.size} bytes`, said ?? 'application/octet-stream']
      if (typeof each === 'object') return [name, JSON.stringify(each), said ?? 'application/json']
      return [name, String(each), said]
    }),
  )
}
