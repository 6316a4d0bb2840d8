import { DecodeError, StatusError, UndeclaredStatusError } from '../errors/index.ts'
import { mediaTypeOf } from './media-types.ts'
import { printable } from './printable.ts'
import type { Run } from './run.ts'

/** Says what is wrong with a result; `undefined` where nothing is. */
export type Validate = (operation: string, value: unknown) => string | undefined

/**
 * Reads an answer to its end, as the document says. What comes back gives the value of a success, and throws an error for anything else.
 */
export async function read({ facts, event, validate }: Run, response: Response): Promise<() => unknown> {
  const { responses, rare } = facts
  const { status, ok } = response
  // Joined by commas; `undefined` where the document does not name the status.
  const documented = responses[status] ?? rare.byRange?.(responses, response)
  const known = documented?.split(',') ?? []
  // What a proxy has taken away or spoiled says nothing: the body is read as the document says (RFC 9110, section 8.3).
  const given = mediaTypeOf(response.headers.get('Content-Type')) ?? known[0]
  const mediaType = known.find((type) => type === given)
  const blob = await rare.readBinary?.(response, mediaType)
  const text = blob ? '' : await response.text()
  const body = blob ?? (mediaType ? decoded(mediaType, text) : undefined)
  return () => {
    const isReadable = ok && (documented === '' || body !== undefined)
    const problem = isReadable ? validate?.(facts.id, body) : `not with ${documented}`
    if (!problem) return body
    const shown = printable(text)
    const answer = { status, response, text: shown, body: undefined }
    if (documented === undefined) throw new UndeclaredStatusError(', undocumented', event, answer)
    if (ok) throw new DecodeError(`, but ${problem}`, event, answer)
    // What people print of a text is safe, too.
    throw new StatusError('', event, { ...answer, body: body === text ? shown || undefined : body })
  }
}

function decoded(mediaType: string, text: string): unknown {
  if (!mediaType.endsWith('json')) return text
  try {
    return JSON.parse(text)
  } catch {
    // The parser's error quotes the text, which may hold a secret: it is not kept.
    return undefined
  }
}
