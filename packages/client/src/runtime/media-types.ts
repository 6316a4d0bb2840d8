import { headerOf } from './header-of.ts'

/** The media types that most responses have. Written once, they cost an operation next to nothing. */
export const json = 'application/json'
export const text = 'text/plain'

/** Two names (RFC 6838, section 4.2), then nothing or a parameter (RFC 9110, section 8.3.1). */
const mediaType = /^\s*(\w+\/[\w.+!#$&^-]+)\s*(;|$)/

/**
 * The media type of a response, without its parameters and in lower case; `undefined` if it is malformed, or a list. What a proxy has taken
 * away or spoiled says nothing: the body is read as the document says (RFC 9110, section 8.3).
 */
export function mediaTypeOf(response: Pick<Response, 'headers'>): string | undefined {
  return mediaType.exec(headerOf(response, 'Content-Type'))?.[1]?.toLowerCase()
}
