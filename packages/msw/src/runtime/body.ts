import type { Answer } from './answer.ts'
import { isPlain, refusal } from './refusal.ts'

/**
 * Writes a body as its media type has it. Members that are asked for replace those of the example; anything else replaces all of it.
 *
 * @throws TypeError when what is asked for cannot be such a body.
 */
export function bodyOf(of: string, answer: Answer, example: unknown, asked: unknown): string | Blob {
  const { mediaType = '' } = answer
  const body =
    asked === undefined ? example : isRecord(example) && isRecord(asked) ? { ...example, ...asked } : asked
  const wrong = () => refusal(`the body of ${of}`, asked, `one such as ${JSON.stringify(sampleOf(example))}`)
  if (asked !== undefined && !mayBe(asked, answer, mediaType)) throw wrong()
  if (body instanceof Blob) return body
  try {
    if (Array.isArray(body) && isStreamed.test(mediaType)) return body.map(itemWriter(answer)).join('')
    return isJson.test(mediaType) ? jsonOf(body) : String(body)
  } catch {
    throw wrong()
  }
}

const isJson = /\bjson$/

/** Media types whose bodies are items, one after another. */
const isStreamed = /^text\/event-stream$|(?:ndjson|jsonl|jsonlines|json-seq)$/

/** Whether a body is of a kind that its media type and the document allow. */
function mayBe(body: unknown, { anyKind, examples }: Answer, mediaType: string): boolean {
  if (body instanceof Blob) return true
  const kind = kindOf(body)
  if (isStreamed.test(mediaType)) return kind === 'string' || kind === 'array'
  if (!isJson.test(mediaType)) return ['string', 'number', 'boolean'].includes(kind)
  return anyKind === true || Object.values(examples).some((example) => kindOf(example) === kind)
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return isWritten(value) ? typeof value : 'none'
}

/** Enough of an example to show what is right. */
function sampleOf(example: unknown): unknown {
  if (Array.isArray(example)) return example.slice(0, 1)
  return isRecord(example) ? Object.fromEntries(Object.entries(example).slice(0, 1)) : example
}

/** JSON, and not what JavaScript makes of a function, a `Map` or a promise: nothing, or an empty object. */
function jsonOf(body: unknown): string {
  return JSON.stringify(body, (_, value: unknown) => {
    if (isWritten(value)) return value
    throw new TypeError('not a value of JSON')
  })
}

function isWritten(value: unknown): boolean {
  if (typeof value === 'object' && value !== null)
    return isPlain(value) || Array.isArray(value) || Object.keys(value).length > 0
  return typeof value === 'number' ? Number.isFinite(value) : !['function', 'symbol'].includes(typeof value)
}

function itemWriter({ mediaType = '', jsonData }: Answer): (item: unknown) => string {
  if (mediaType === 'text/event-stream')
    return (event) => {
      const fields = Object.entries(Object(event)).map(([field, value]) => eventLines(field, value, jsonData))
      return `${fields.join('')}\n`
    }
  const first = mediaType.endsWith('json-seq') ? '\x1e' : ''
  return (item) => `${first}${jsonOf(item)}\n`
}

/** A field of an event, in which a line break begins the same field again. */
function eventLines(field: string, value: unknown, jsonData?: true): string {
  const isText = typeof value === 'string' && !(jsonData && field === 'data')
  const lines = (isText ? value : jsonOf(value)).split(/\r\n|[\r\n]/)
  return lines.map((line) => `${field}: ${line}\n`).join('')
}

/** Also one of a class, but no `Map` or promise, whose members would be none. */
function isRecord(value: unknown): value is object {
  return kindOf(value) === 'object' && !(value instanceof Blob)
}
