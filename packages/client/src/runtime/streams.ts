import { createParser } from 'eventsource-parser'
import { AbortedError, DecodeError, NetworkError } from '../errors/index.ts'
import type { Run } from './facts.ts'
import { given } from './given.ts'
import { listen } from './limit.ts'
import { notify } from './notify.ts'
import { readBinary } from './other-answers.ts'
import { printable } from './printable.ts'
import { quietly } from './quietly.ts'

/** Answers that come item by item. An operation that has one brings these along, so that no other pays for them. */

/** An item as it was sent: a line, or an event. */
interface Written {
  readonly data: string
}

/** Takes in text as it comes and returns the items that it completes; without text, those that its end completes. */
type Splitter = (text?: string) => Written[]

/** Reads what an item holds; `undefined` where it cannot be read. */
type Read = (item: Written) => unknown

/** Reads a stream of JSON, or of events whose data are JSON; bytes as bytes; `undefined` for anything else. */
export function readItems(response: Response, mediaType: string | undefined, run: Run) {
  if (mediaType === eventStream)
    return itemsOf(response, run, splitEvents(), (event) => ({ ...event, data: JSON.parse(event.data) }))
  if (!/(?:ndjson|jsonl|jsonlines|json-seq)$/.test(mediaType ?? '')) return readBinary(response, mediaType)
  // RFC 7464 has a character of its own before each item.
  const separator = mediaType?.endsWith('seq') ? '\x1e' : '\n'
  return itemsOf(response, run, splitLines(separator), ({ data }) => JSON.parse(data))
}

/** Reads events whose data are texts; any other stream as `readItems` does. */
export function readTexts(response: Response, mediaType: string | undefined, run: Run) {
  return mediaType === eventStream
    ? itemsOf(response, run, splitEvents(), (event) => event)
    : readItems(response, mediaType, run)
}

const eventStream = 'text/event-stream'

/** A promise, because every other body is one. */
async function itemsOf(response: Response, run: Run, split: Splitter, read: Read) {
  return iterate(response, run, split, read)
}

/** The connection is closed when the loop over the items ends, and when the signal of the call fires. */
async function* iterate(response: Response, run: Run, split: Splitter, read: Read) {
  const decoder = new TextDecoder()
  try {
    for await (const chunk of chunksOf(response, run))
      for (const item of split(decoder.decode(chunk, { stream: true }))) {
        const value = quietly(read, item)
        // What many servers send after the last event.
        if (value === undefined && item.data === '[DONE]') return
        yield await checked(response, run, item, value)
      }
    for (const item of split()) yield await checked(response, run, item, quietly(read, item))
  } catch (error) {
    // All that is thrown here are errors of this package.
    notify(run, 'onError', { error: error as never, duration: Date.now() - run.began })
    throw error
  }
}

async function checked(response: Response, run: Run, { data }: Written, value: unknown) {
  const problem =
    value === undefined ? 'an item is no JSON' : await run.validate(`${run.facts.id} item`, value)
  if (problem === undefined) return value
  const answer = { status: response.status, response, text: printable(data) }
  throw new DecodeError(`, but ${problem}`, run.event, answer)
}

async function* chunksOf({ body }: Response, { signal, event }: Run) {
  // The streams of some implementations of fetch are those of Node.
  const source = body as (Readable & ReadableStream<Uint8Array>) | null
  const reader = source?.getReader?.()
  // The other end may be gone already.
  const close = () => (reader ? reader.cancel().catch(() => {}) : source?.destroy?.())
  const stopListening = signal && listen(signal, close)
  try {
    if (signal?.aborted) close()
    if (reader) for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
    else if (source) yield* source as AsyncIterable<Uint8Array>
  } catch (cause) {
    if (!signal?.aborted) throw new NetworkError('no complete answer', event, { cause })
  } finally {
    stopListening?.()
    close()
  }
  if (signal?.aborted) throw new AbortedError('aborted', event, { cause: signal.reason })
}

/** What streams of Node have. */
interface Readable extends AsyncIterable<Uint8Array> {
  destroy?(): void
}

function splitEvents(): Splitter {
  let events: Written[] = []
  // A member that an event lacks is absent.
  const parser = createParser({
    onEvent: (event) => void events.push({ ...given(event, 'event'), data: event.data }),
  })
  return (text = '') => {
    events = []
    parser.feed(text)
    return events
  }
}

function splitLines(separator: string): Splitter {
  let begun = ''
  return (text = separator) => {
    begun += text
    if (!text.includes(separator)) return []
    const lines = begun.split(separator)
    begun = lines.pop() ?? ''
    return lines.filter((line) => line.trim() !== '').map((data) => ({ data }))
  }
}
