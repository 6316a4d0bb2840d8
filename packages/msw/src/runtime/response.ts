import { HttpResponse } from 'msw'
import type { Answer, MockedOperation } from './answer.ts'

/** What a mock may ask of an answer, before its types are looked at. */
export interface Wishes {
  readonly status?: number | undefined
  readonly example?: string | undefined
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined
}

/** The documented answer of an operation as a response, with what a mock asks otherwise. */
export function responseOf(
  operation: MockedOperation,
  key: number | string,
  wishes: Wishes = {},
): HttpResponse<string | Blob> {
  const answer = answerOf(operation, key)
  const init = { status: wishes.status ?? statusOf(key), headers: headersOf(answer, wishes) }
  if (answer.mediaType === undefined) return new HttpResponse(null, init)
  const body = bodyOf(answer, exampleOf(operation, key, answer, wishes.example), wishes.body)
  return body instanceof Blob ? new HttpResponse(body, init) : HttpResponse.text(body, init)
}

/**
 * Finds the answer that the document gives for a status.
 *
 * @throws TypeError when it gives none.
 */
export function answerOf({ id, answers }: MockedOperation, key: number | string): Answer {
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined
  if (answer) return answer
  throw new TypeError(
    `${id} has no documented answer ${key}. Expected one of ${Object.keys(answers).join(', ')}, such as handlers.${id}(${Object.keys(answers)[0]}). For any other answer give a resolver: handlers.${id}.resolve(() => new HttpResponse(null, { status: 418 })).`,
  )
}

/** A class of statuses begins with its first one; what the document calls `default` is a failure beside its successes. */
function statusOf(key: number | string): number {
  const status = Number(String(key).replace('XX', '00'))
  return Number.isNaN(status) ? 500 : status
}

function exampleOf(
  { id }: MockedOperation,
  key: number | string,
  { examples }: Answer,
  name = Object.keys(examples)[0] ?? '',
): unknown {
  if (Object.hasOwn(examples, name)) return examples[name]
  throw new TypeError(
    `the answer ${key} of ${id} has no example "${name}". Expected one of ${Object.keys(examples).join(', ')}.`,
  )
}

/** Members that are asked for replace those of the example; anything else replaces all of it. */
function bodyOf({ mediaType = '' }: Answer, example: unknown, asked: unknown): string | Blob {
  const body =
    asked === undefined ? example : isRecord(example) && isRecord(asked) ? { ...example, ...asked } : asked
  if (body instanceof Blob) return body
  if (Array.isArray(body) && isStreamed.test(mediaType)) return body.map(itemWriter(mediaType)).join('')
  return /\bjson$/.test(mediaType) ? JSON.stringify(body) : String(body)
}

/** Media types whose bodies are items, one after another. */
const isStreamed = /^text\/event-stream$|(?:ndjson|jsonl|jsonlines|json-seq)$/

function itemWriter(mediaType: string): (item: unknown) => string {
  if (mediaType === 'text/event-stream')
    return (event) => `${Object.entries(Object(event)).flatMap(eventLines).join('')}\n`
  const first = mediaType.endsWith('json-seq') ? '\x1e' : ''
  return (item) => `${first}${JSON.stringify(item)}\n`
}

/** A field of an event, in which a line break begins the same field again. */
function eventLines([field, value]: readonly [string, unknown]): string[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.split(/\r\n|[\r\n]/).map((line) => `${field}: ${line}\n`)
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Blob)
}

function headersOf({ mediaType, headers }: Answer, asked: Wishes): [string, string][] {
  const all = new Headers({ ...(mediaType && { 'Content-Type': mediaType }), ...headers })
  for (const [name, value] of Object.entries(asked.headers ?? {})) {
    if (value === undefined) all.delete(name)
    else all.set(name, value)
  }
  return [...all]
}
