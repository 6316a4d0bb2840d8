import { type Attempt, DecodeError, StatusError, UndeclaredStatusError } from '../errors/index.ts'
import type { OperationFacts } from './facts.ts'

/** Says what is wrong with a result; `undefined` where nothing is. */
export type Validate = (operation: string, value: unknown) => string | undefined

/** An answer, read to its end. */
export interface Reading {
  readonly response: Response
  /** The media types that the document has for its status, joined by commas; `undefined` where it does not name the status. */
  readonly documented: string | undefined
  readonly text: string
  /** `undefined` where the answer is not of a documented media type, or is broken JSON. */
  readonly body: unknown
}

/** The value of a success; throws an error for anything else. */
export function judged(
  attempt: Attempt<string>,
  { response, documented, text, body }: Reading,
  validate?: Validate,
): unknown {
  const isReadable = response.ok && (documented === '' || body !== undefined)
  const problem = isReadable ? validate?.(attempt.operation, body) : `not with ${documented}`
  if (!problem) return body
  const answer = { status: response.status, response, text, body: undefined }
  if (documented === undefined) throw new UndeclaredStatusError(', undocumented', attempt, answer)
  if (response.ok) throw new DecodeError(`, but ${problem}`, attempt, answer)
  throw new StatusError('', attempt, { ...answer, body: text ? body : undefined })
}

/** Reads the body of an answer as the document says. */
export function readBody(facts: OperationFacts, response: Response): Promise<Reading> {
  const documented = documentedMediaTypes(facts, response)
  // Without parameters, in lower case (RFC 9110, section 8.3.1).
  const given = response.headers
    .get('Content-Type')
    ?.toLowerCase()
    .replace(/\s*;.*/, '')
  const mediaType = given && documented?.split(',').includes(given) ? given : undefined
  if (mediaType && !/^text|json$/.test(mediaType))
    return response.blob().then((body) => ({ response, documented, text: '', body }))
  return response
    .text()
    .then((text) => ({ response, documented, text, body: mediaType ? decoded(mediaType, text) : undefined }))
}

/** By the status itself, then its range, then `default`, which stands for failures only. */
function documentedMediaTypes({ responses }: OperationFacts, { status, ok }: Response): string | undefined {
  return responses[status] ?? responses[`${`${status}`[0]}XX`] ?? (ok ? undefined : responses['default'])
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
