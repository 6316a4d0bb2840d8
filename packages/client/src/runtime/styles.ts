import { type Attempt, RefusedError } from '../errors/index.ts'
import type { ParameterLocation, PlacedValues, Run } from './facts.ts'
import type { Members } from './given.ts'
import { given } from './given.ts'
import { writeForm } from './other-bodies.ts'
import { misleading, serializePath } from './path.ts'
import { textOf } from './text-of.ts'

/** Parameters that are lists or objects, or that a style other than the usual one writes. An operation that has one brings these along. */

/** What a style puts first, between values, and whether a value has its name in front (RFC 6570, appendix A). */
const styles: Readonly<Record<string, readonly [first: string, separator: string, isNamed: boolean]>> = {
  simple: ['', ',', false],
  'simple json': ['', '', false],
  label: ['.', '.', false],
  matrix: [';', ';', true],
}
const inQuery = ['', '&', true] as const

/** What stands between the values of a list that is not exploded. */
const delimiters: Readonly<Record<string, string>> = { spaceDelimited: '%20', pipeDelimited: '%7C' }

/** How a parameter is written, as the generator states it: `form*` is exploded, `form+` lets reserved characters through. */
interface Style {
  readonly name: string
  readonly explode: boolean
  readonly isReserved: boolean
  readonly location: ParameterLocation
}

/**
 * Puts the parameters where they go, each in its style. What is undefined, null or empty is left out, as RFC 6570 has it.
 *
 * @throws RefusedError for a list or an object inside of another one, for which OpenAPI has no form.
 */
export function styled(
  { facts: { path, parameters = [] }, event }: Pick<Run, 'facts' | 'event'>,
  input: Members,
): PlacedValues {
  const header: Record<string, string> = {}
  const [query, cookies]: [string[], string[]] = [[], []]
  const others = { ...input }
  let template = path
  for (const [argument, location, name = argument, style = usual(location)] of parameters) {
    const written = write(
      name,
      Object.hasOwn(input, argument) ? input[argument] : undefined,
      styleOf(style, location),
      event,
    )
    delete others[argument]
    if (location === 'path') template = filled(template, name, written, event)
    else if (written === undefined) continue
    else if (location === 'header') header[name] = written
    else (location === 'cookie' ? cookies : query).push(written)
  }
  if (cookies.length > 0) header['cookie'] = sendableCookies(cookies.join('; '), event)
  const { path: withoutQuery } = serializePath({ facts: { path: template }, event }, others)
  return { path: [withoutQuery, query.join('&')].filter(Boolean).join('?'), header }
}

/** Writes a form whose members have styles, by their names; any other goes the usual way. */
export function writeStyledForm(styles: Readonly<Record<string, string>>): (body: unknown) => string {
  return (body) =>
    Object.entries(given(body, 'body'))
      .flatMap(([name, value]) => {
        const style = styles[name]
        if (style === undefined) return writeForm({ [name]: value }).toString() || []
        return write(name, value, styleOf(style, 'query')) ?? []
      })
      .join('&')
}

function usual(location: ParameterLocation): string {
  return location === 'query' || location === 'cookie' ? 'form*' : 'simple'
}

function styleOf(style: string, location: ParameterLocation): Style {
  const [name = '', ...flags] = style.split(/(?=[*+])/)
  return { name, location, explode: flags.includes('*'), isReserved: flags.includes('+') }
}

type Encode = (text: string) => string

/** How names and values are encoded: a header has no percent-encoding, and only values may keep reserved characters. */
function encodersOf({ location, isReserved }: Style): readonly [names: Encode, values: Encode] {
  if (location === 'header') return [String, String]
  return [encodeURIComponent, isReserved ? encodeReserved : encodeURIComponent]
}

/** Reserved characters and triplets stay (RFC 6570, section 3.2.3); `#` would end the query, and brackets are no part of one. */
function encodeReserved(text: string): string {
  return text.replaceAll(/%(?![\da-f]{2})|[^\w%.~:/?@!$&'()*+,;=-]/giu, (found) => encodeURIComponent(found))
}

function write(name: string, value: unknown, style: Style, attempt?: Attempt): string | undefined {
  if (value === undefined || value === null) return undefined
  const [encodeName, encode] = encodersOf(style)
  const [first, separator, isNamed] = styles[style.name] ?? inQuery
  const text = (single: unknown) => encode(textOf(name, single, attempt))
  const pair = (key: string, written: string) =>
    style.name === 'matrix' && written === '' ? encodeName(key) : `${encodeName(key)}=${written}`
  const whole = (written: string) => first + (isNamed ? pair(name, written) : written)
  if (style.name.endsWith('json')) return whole(encode(jsonText(value)))
  if (!isStructured(value)) return whole(text(value))
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  if (entries.length === 0) return undefined
  const isList = Array.isArray(value)
  if (style.name === 'deepObject')
    return entries.map(([key, part]) => pair(`${name}[${key}]`, text(part))).join(separator)
  if (style.explode)
    return (
      first + entries.map(([key, part]) => exploded(isList ? undefined : key, text(part))).join(separator)
    )
  const flat = entries.flatMap(([key, part]) => [...(isList ? [] : [encodeName(key)]), text(part)])
  return whole(flat.join(delimiters[style.name] ?? ','))

  /** An item of a list, or a member of an object. */
  function exploded(key: string | undefined, written: string): string {
    if (key !== undefined) return pair(key, written)
    return isNamed ? pair(name, written) : written
  }
}

/** ASCII alone, so that a header can have it, too. */
function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function isStructured(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !('toISOString' in value)
}

/** @throws RefusedError where nothing, or a step to another path, would stand in the template. */
function filled(template: string, name: string, written: string | undefined, attempt: Attempt): string {
  if (written !== undefined && !misleading.test(written)) return template.replace(`{${name}}`, () => written)
  throw new RefusedError(name, 'a path value such as "ada", not empty, "." or ".."', attempt)
}

/** @throws RefusedError in a page, which cannot set cookies of a request: they would be left out without a word. */
function sendableCookies(cookies: string, attempt: Attempt): string {
  const { headers } = new Request('http://localhost', { headers: { cookie: cookies } })
  if (headers.has('cookie')) return cookies
  throw new RefusedError('cookie', 'no cookie parameters, which a page cannot send', attempt)
}
