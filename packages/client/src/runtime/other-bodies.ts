import type { RareFacts, Run, WrittenBody } from './facts.ts'
import { given } from './given.ts'
import { writeJson } from './json.ts'
import { json } from './media-types.ts'
import { textOf } from './text-of.ts'

/** Bodies that are not plain JSON. An operation that sends one brings these along, so that no other pays for them. */

/** Writes a body of a media type, which is empty where `fetch` says it better. A stream can be sent once. */
export function written(
  mediaType: string,
  write: (body: unknown) => unknown,
): NonNullable<RareFacts['writeBody']> {
  return (given, run) => {
    const body = write(given)
    const isOnce = isStream(body)
    // Nothing can send it again: neither with another token, nor after a failure in passing.
    if (isOnce) Object.assign(run, { renew: undefined, retries: 0 } satisfies Partial<Run>)
    return {
      body,
      ...(mediaType && { headers: { 'content-type': mediaType } }),
      ...(isOnce && { duplex: 'half' }),
    }
  }
}

/** Writes JSON of another media type. */
export function writeJsonAs(mediaType: string): (body: unknown) => WrittenBody {
  return (body) => ({ ...writeJson(body), headers: { 'content-type': mediaType } })
}

/**
 * Writes a form: a list as one entry for each item, an object as JSON (OpenAPI 3.1.1, section 4.8.15.1). What is undefined or null is
 * left out.
 */
export function writeForm(body: unknown): URLSearchParams {
  const form = new URLSearchParams()
  for (const [name, value] of partsOf(body)) form.append(name, formText(name, value))
  return form
}

/**
 * Writes a form of parts: bytes as they are, a list as one part for each item, an object as JSON. `types` are the media types of parts
 * that the document names. A `FormData` is sent as it is.
 */
export function writeParts(types: Readonly<Record<string, string>> = {}): (body: unknown) => FormData {
  return (body) => {
    if (body instanceof FormData) return body
    const form = new FormData()
    for (const [name, value] of partsOf(body)) {
      const type = types[name] ?? (typeof value === 'object' && !isDate(value) ? json : undefined)
      if (value instanceof Blob) form.append(name, value)
      else if (type) form.append(name, new Blob([formText(name, value)], { type }))
      else form.append(name, formText(name, value))
    }
    return form
  }
}

/** The members of a form, in which each item of a list is one. */
function partsOf(body: unknown): (readonly [name: string, value: unknown])[] {
  return Object.entries(given(body, 'body'))
    .flatMap(([name, value]) => [value].flat().map((each) => [name, each] as const))
    .filter(([, value]) => value !== undefined && value !== null)
}

function formText(name: string, value: unknown): string {
  if (typeof value === 'object' && !isDate(value)) return JSON.stringify(value)
  return textOf(name, value)
}

function isDate(value: unknown): boolean {
  return 'toISOString' in Object(value)
}

/**
 * Sends bytes, a text, a form with files or a stream as it is.
 *
 * @throws TypeError for a plain object, of which `fetch` would send `[object Object]`.
 */
export function writeAsIs(body: unknown): unknown {
  if (Object.prototype.toString.call(body) === '[object Object]' && !isStream(body)) throw new TypeError()
  return body
}

/** A web stream, or what Node and others iterate. It can be sent once. */
export function isStream(body: unknown): boolean {
  return Symbol.asyncIterator in Object(body) || 'getReader' in Object(body)
}
