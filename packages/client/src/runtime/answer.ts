import { DecodeError, StatusError, UndeclaredStatusError } from '../errors/index.ts'
import type { Documented, Run } from './facts.ts'
import { mediaTypeOf } from './media-types.ts'
import { printable } from './printable.ts'

/** A success, and the answer that brought it. */
export interface Answered {
  readonly status: number
  readonly value: unknown
  readonly response: Response
}

/**
 * What a response means, of which the content was read.
 *
 * @throws AnswerError for anything but a success.
 */
export async function answerOf(
  { facts, validate, event }: Run,
  response: Response,
  [documented, mediaType]: Documented,
  content: unknown,
): Promise<Answered> {
  const { status, ok } = response
  let value: unknown
  // The client reads JSON as text. The parser's error quotes it, and it may hold a secret: the error is not kept.
  try {
    if (mediaType) value = /\bjson$/.test(mediaType) ? JSON.parse(content as string) : content
  } catch {}
  const isReadable = ok && (documented === '' || value !== undefined)
  const problem = isReadable ? await validate(facts.id, value) : `not with ${documented}`
  if (!problem) return { status, value, response }
  const text = typeof content === 'string' ? printable(content) : ''
  const answer = { status, response, text }
  if (documented === undefined) throw new UndeclaredStatusError(', undocumented', event, answer)
  if (ok) throw new DecodeError(`, but ${problem}`, event, answer)
  // What people print of a text is safe, too.
  throw new StatusError('', event, { ...answer, body: value === content ? text || undefined : value })
}

/** Reads a response of a status that has one media type at most: JSON or text. */
export function readText(response: Response, { facts: { responses } }: Run): Documented {
  const documented = responses[response.status]
  const given = mediaTypeOf(response) ?? documented
  return [documented, given === documented && given, response.text()]
}
