import { DecodeError, StatusError, UndeclaredStatusError } from '../errors/index.ts'
import type { Documented, Run } from './facts.ts'
import { mediaTypeOf } from './media-types.ts'
import { printable } from './printable.ts'
import { quietly } from './quietly.ts'

/** A success, and the answer that brought it. */
export interface Answered {
  readonly status: number
  readonly value: unknown
  readonly response: Response
}

/** Reads a response as the document says. What comes of it throws an error for anything but a success. */
export async function read(run: Run, response: Response): Promise<() => Promise<Answered>> {
  const { event, validate } = run
  const { status, ok } = response
  const [documented, mediaType, reading] = (run.readOther ?? readText)(response, run)
  const content = await reading
  return async () => {
    // The client reads JSON as text. The parser's error quotes it, and it may hold a secret: the error is not kept.
    const decoded = /\bjson$/.test(mediaType as string) ? quietly(JSON.parse, content as string) : content
    const value = mediaType ? decoded : undefined
    const isReadable = ok && (documented === '' || value !== undefined)
    const problem = isReadable ? await validate(run.id, value) : `not with ${documented}`
    if (!problem) return { status, value, response }
    const text = typeof content === 'string' ? printable(content) : ''
    const answer = { status, response, text }
    if (documented === undefined) throw new UndeclaredStatusError(', undocumented', event, answer)
    if (ok) throw new DecodeError(`, but ${problem}`, event, answer)
    // What people print of a text is safe, too.
    throw new StatusError('', event, { ...answer, body: value === content ? text || undefined : value })
  }
}

/** Reads a response of a status that has one media type at most: JSON or text. */
function readText(response: Response, { responses }: Run): Documented {
  const documented = responses[response.status]
  const given = mediaTypeOf(response) ?? documented
  return [documented, given === documented && given, response.text()]
}
