import { HttpResponse } from 'msw'
import type { Answer, MockedOperation } from './answer.ts'
import { bodyOf } from './body.ts'
import { type AskedHeaders, headersOf } from './headers.ts'
import { refusal, refuseUnknown } from './refusal.ts'

/** What a mock may ask of an answer, before its types are looked at. */
export interface Wishes {
  readonly status?: number | undefined
  readonly example?: string | undefined
  readonly body?: unknown
  readonly headers?: AskedHeaders | undefined
}

/**
 * The documented answer of an operation as a response, with what a mock asks otherwise.
 *
 * @throws TypeError when the document has no such answer, and when what is asked for cannot be of it.
 */
export function responseOf(
  operation: MockedOperation,
  key: number | string,
  wishes: Wishes = {},
): HttpResponse<string | Blob> {
  const answer = answerOf(operation, key)
  const of = `the answer ${key} of ${operation.id}`
  refuseUnknown(of, wishes, wishesOf(key, answer), '{ headers: { ETag: \'"1"\' } }')
  const status = statusOf(of, key, wishes.status)
  const init = { status, headers: headersOf(of, answer, wishes.headers) }
  if (answer.mediaType === undefined || bodiless.includes(status)) return new HttpResponse(null, init)
  const body = bodyOf(of, answer, exampleOf(of, answer, wishes.example), wishes.body)
  return body instanceof Blob ? new HttpResponse(body, init) : HttpResponse.text(body, init)
}

/** They have no body (RFC 9110, section 15), whatever a class of statuses has. */
const bodiless = [204, 205, 304]

/**
 * Finds the answer that the document gives for a status.
 *
 * @throws TypeError when it gives none.
 */
export function answerOf({ id, answers }: MockedOperation, key: number | string): Answer {
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined
  if (answer) return answer
  throw new TypeError(
    `${id} has no documented answer ${String(key)}. Expected one of ${Object.keys(answers).join(', ')}, such as handlers.${id}(${Object.keys(answers)[0]}). For any other answer give a resolver: handlers.${id}.resolve(() => new HttpResponse(null, { status: 418 })).`,
  )
}

/** The names of what may be asked of an answer: without a body there is no other one, and a status that is named is no other. */
export function wishesOf(key: number | string, { mediaType }: Answer): string[] {
  const isNamed = Number.isInteger(Number(key))
  return ['headers', ...(mediaType === undefined ? [] : ['body', 'example']), ...(isNamed ? [] : ['status'])]
}

/** A class of statuses begins with its first one; what the document calls `default` is a failure beside its successes. */
function statusOf(of: string, key: number | string, asked: unknown): number {
  const [first] = String(key)
  const usual = Number(String(key).replace('XX', '00')) || 500
  if (asked === undefined) return usual
  const isStatus = Number.isInteger(asked) && Number(asked) >= 200 && Number(asked) < 600
  if (isStatus && (key === 'default' || String(asked)[0] === first)) return Number(asked)
  throw refusal(`the status of ${of}`, asked, `one such as ${usual}`)
}

function exampleOf(of: string, { examples }: Answer, name = Object.keys(examples)[0] ?? ''): unknown {
  if (Object.hasOwn(examples, name)) return examples[name]
  throw new TypeError(
    `${of} has no example "${String(name)}". Expected one of ${Object.keys(examples).join(', ')}.`,
  )
}
