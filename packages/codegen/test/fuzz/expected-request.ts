import { parseTemplate } from 'url-template'
import type { DrawnOperation, DrawnParameter } from './random-document.ts'

/** What a request has to be, by RFC 6570 as another implementation has it, and by the words of OpenAPI where that has no form. */
export function expectedRequest({ path, parameters, body }: DrawnOperation) {
  const at = (location: DrawnParameter['in']) => parameters.filter((each) => each.in === location)
  const filled = at('path').reduce(
    (text, parameter) => text.replace(`{${parameter.name}}`, () => expanded(parameter, pathOperators)),
    path,
  )
  const query = at('query').map(queryText)
  return {
    url: normal(`${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`),
    headers: Object.fromEntries(
      at('header').map((parameter) => [parameter.name.toLowerCase(), headerText(parameter)]),
    ),
    body: body && bodyText(body),
  }
}

/** Characters that one writer encodes and another does not, with the same meaning (RFC 3986, section 2.3). */
export function normal(url: string): string {
  return url.replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
}

const pathOperators: Readonly<Record<string, string>> = { simple: '', label: '.', matrix: ';' }

/** A name of a template has letters, digits, `_` and `.` alone, so it stands for the real one. */
function expanded(
  { name, style, explode, value }: DrawnParameter,
  operators: Readonly<Record<string, string>>,
): string {
  const text = parseTemplate(`{${operators[style]}placeholder${explode ? '*' : ''}}`).expand({
    placeholder: value as string,
  })
  return text.replaceAll('placeholder=', `${encodeURIComponent(name)}=`)
}

function queryText(parameter: DrawnParameter): string {
  const { name, style, value } = parameter
  if (style === 'form') return expanded(parameter, { form: '?' }).slice(1)
  const entries = Object.entries(Object(value))
  if (style === 'deepObject')
    return entries
      .map((entry) => `${encodeURIComponent(`${name}[${entry[0]}]`)}=${encodeURIComponent(String(entry[1]))}`)
      .join('&')
  const parts = Array.isArray(value) ? value : entries.flat()
  const separator = style === 'pipeDelimited' ? '%7C' : '%20'
  return `${encodeURIComponent(name)}=${parts.map((part) => encodeURIComponent(String(part))).join(separator)}`
}

/** The style `simple` without percent-encoding (OpenAPI 3.1.1, section 4.8.12.5): the values are plain, so nothing is encoded. */
function headerText(parameter: DrawnParameter): string {
  return expanded(parameter, pathOperators)
}

function bodyText({ mediaType, value }: NonNullable<DrawnOperation['body']>): string {
  if (mediaType === 'text/plain') return String(value)
  if (mediaType === 'application/json') return JSON.stringify(value)
  const form = new URLSearchParams()
  for (const [name, part] of Object.entries(Object(value)))
    for (const each of [part].flat()) form.append(name, String(each))
  return form.toString()
}
