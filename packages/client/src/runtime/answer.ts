import { DecodeError, StatusError, UndeclaredStatusError } from '../errors/index.ts'
import { headerOf } from './header-of.ts'
import { mediaTypeOf } from './media-types.ts'
import { printable } from './printable.ts'
import { quietly } from './quietly.ts'
import type { Run } from './run.ts'

/** Says what is wrong with a result, or with an item of a stream (`<operation> item`); `undefined` where nothing is. */
export type Validate = (operation: string, value: unknown) => string | undefined

/** What a response holds, and what that comes to: the value of a success, or an error that is thrown for anything else. */
export type Reading = readonly [content: Promise<unknown>, valueOf: (content: unknown) => unknown]

/** A stream of JSON is read otherwise: `application/x-ndjson`. */
const isJson = /\bjson$/

/** Begins to read a response as the document says. */
export function beginReading(run: Run, response: Response): Reading {
  const { facts, event, validate } = run
  const { responses, rare } = facts
  const { status, ok } = response
  // Joined by commas; `undefined` where the document does not name the status.
  const documented = responses[status] ?? rare.byRange?.(responses, response)
  const known = documented?.split(',') ?? []
  // What a proxy has taken away or spoiled says nothing: the body is read as the document says (RFC 9110, section 8.3).
  const given = mediaTypeOf(headerOf(response, 'Content-Type')) ?? known[0]
  const mediaType = known.find((type) => type === given) ?? rare.byMediaRange?.(known, given)
  return [
    rare.read?.(response, mediaType, run) ?? response.text(),
    (content) => {
      // The client reads JSON as text. The parser's error quotes it, and it may hold a secret: the error is not kept.
      const decoded = isJson.test(mediaType ?? '') ? quietly(JSON.parse, content as string) : content
      const body = mediaType ? decoded : undefined
      const isReadable = ok && (documented === '' || body !== undefined)
      const problem = isReadable ? validate?.(facts.id, body) : `not with ${documented}`
      if (!problem) return body
      const text = typeof content === 'string' ? printable(content) : ''
      const answer = { status, response, text }
      if (documented === undefined) throw new UndeclaredStatusError(', undocumented', event, answer)
      if (ok) throw new DecodeError(`, but ${problem}`, event, answer)
      // What people print of a text is safe, too.
      throw new StatusError('', event, { ...answer, body: body === content ? text || undefined : body })
    },
  ]
}
