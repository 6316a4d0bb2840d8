import { type Attempt, DecodeError, StatusError, UndeclaredStatusError } from '../errors/index.ts'
import type { OperationFacts } from './facts.ts'
import { noAnswer } from './send.ts'

/** Reads an answer as the document says: returns the body of a success, throws an error for anything else. */
export async function readAnswer(
  facts: OperationFacts,
  request: Request,
  attempt: Attempt<string>,
  response: Response,
): Promise<unknown> {
  const documented = documentedMediaTypes(facts, response)
  const mediaType = documented?.split(',').find((known) => known === mediaTypeOf(response))
  const { text, body } = await readBody(response, mediaType).catch((cause: unknown) => {
    throw noAnswer(request, attempt, cause)
  })
  if (response.ok && (documented === '' || body !== undefined)) return body
  const answer = { status: response.status, response, text, body: undefined }
  if (documented === undefined) throw new UndeclaredStatusError(', which is not documented', attempt, answer)
  if (response.ok) throw new DecodeError(`, but not with ${documented}`, attempt, answer)
  throw new StatusError('', attempt, { ...answer, body: text === '' ? undefined : body })
}

/** The media type of a body without its parameters, in lower case (RFC 9110, section 8.3.1). */
export function mediaTypeOf({ headers }: Response): string {
  return (headers.get('Content-Type') ?? '').toLowerCase().replace(/\s*;.*/, '')
}

/** By the status itself, then its range, then `default`, which stands for failures only. */
function documentedMediaTypes({ responses }: OperationFacts, { status, ok }: Response): string | undefined {
  return responses[status] ?? responses[`${`${status}`[0]}XX`] ?? (ok ? undefined : responses['default'])
}

interface ReadBody {
  readonly text: string
  /** `undefined` where the answer is not of a documented media type, or is broken JSON. */
  readonly body: unknown
}

async function readBody(response: Response, mediaType: string | undefined): Promise<ReadBody> {
  if (mediaType && !/^text|json$/.test(mediaType)) return { text: '', body: await response.blob() }
  const text = await response.text()
  return { text, body: mediaType ? decoded(mediaType, text) : undefined }
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
