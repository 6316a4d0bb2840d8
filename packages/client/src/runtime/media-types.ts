/** The media types that most responses have. Written once, they cost an operation next to nothing. */
export const json = 'application/json'
export const text = 'text/plain'

/** Two tokens, then nothing or a parameter (RFC 9110, sections 5.6.2 and 8.3.1). */
const mediaType = /^\s*([^\s/;,"*]+\/[^\s/;,"*]+)\s*(;|$)/

/** The media type of a `Content-Type` header, without its parameters and in lower case; `undefined` if it is malformed, or a list. */
export function mediaTypeOf(contentType: string): string | undefined {
  return mediaType.exec(contentType)?.[1]?.toLowerCase()
}
