import { nothingYet } from './facts.ts'
import { given } from './given.ts'
import { textOf } from './text-of.ts'

/** Bodies that are not JSON. An operation that sends or reads one brings these along, so that no other pays for them. */

/**
 * Writes a form. What is undefined or null is left out.
 *
 * @throws TypeError for a member that is no single value.
 */
export function writeForm(body: unknown): URLSearchParams {
  const texts = Object.entries(given(body)).map(([name, value]) => [name, textOf(name, value, nothingYet)])
  return new URLSearchParams(Object.fromEntries(texts))
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

/** Reads what is neither text nor JSON as bytes; `undefined` for anything else. */
export function readBinary(response: Response, mediaType: string | undefined): Promise<Blob> | undefined {
  return mediaType && !/^text|json$/.test(mediaType) ? response.blob() : undefined
}
