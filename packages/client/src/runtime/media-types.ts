import { headerOf } from './header-of.ts'

/** The media types that most responses have. Written once, they cost an operation next to nothing. */
export const json = 'application/json'
export const text = 'text/plain'

/** Two tokens, then nothing or a parameter (RFC 9110, sections 5.6.2 and 8.3.1). */
const mediaType = /^\s*([^\s/;,"*]+\/[^\s/;,"*]+)\s*(;|$)/

/**
 * The media type of a response, without its parameters and in lower case; `undefined` if it is malformed, or a list. What a proxy has taken
 * away or spoiled says nothing: the body is read as the document says (RFC 9110, section 8.3).
 */
export function mediaTypeOf(response: Pick<Response, 'headers'>): string | undefined {
  return mediaType.exec(headerOf(response, 'Content-Type'))?.[1]?.toLowerCase()
}
