/** An answer as it went over the wire, and what another reader than the client finds in it. */
export interface SentAnswer {
  readonly response: Response
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Items of a stream; `undefined` where it is none. */
  readonly items: readonly unknown[] | undefined
}

const lines = /^application\/(?:x-ndjson|jsonl)$/
const files = /^(?:application\/(?:octet-stream|pdf)|image\/.*)$/

/** How many bytes come at once: a character of several is cut. */
const piece = 5

/** The answer of a mock, with each stream twice and in pieces, and bytes of all values in place of a file. */
export async function sentAnswer(answered: Response): Promise<SentAnswer> {
  const type = answered.headers.get('Content-Type')?.split(';')[0] ?? ''
  const text = await answered.clone().text()
  if (answered.status >= 300) return { response: answered, bytes: encoded(text), items: undefined }
  if (files.test(type)) {
    const bytes = Uint8Array.from({ length: 512 }, (_, index) => index % 256)
    return { response: inPieces(answered, bytes), bytes, items: undefined }
  }
  const isEvents = type === 'text/event-stream'
  if (!isEvents && !lines.test(type)) return { response: answered, bytes: encoded(text), items: undefined }
  const whole = `${text.trimEnd()}\n\n`
  const bytes = encoded(`${whole}${isEvents ? ': nothing\n\n' : ''}${whole}`)
  return { response: inPieces(answered, bytes), bytes, items: (isEvents ? eventsOf : valuesOf)(bytes) }
}

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

function inPieces({ status, headers }: Response, bytes: Uint8Array<ArrayBuffer>): Response {
  let at = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + piece))
      at += piece
    },
  })
  return new Response(body, { status, headers })
}

function valuesOf(bytes: Uint8Array): unknown[] {
  const text = new TextDecoder().decode(bytes)
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))
}

/** The data of each event, as text (HTML, section 9.2.6). */
function eventsOf(bytes: Uint8Array): unknown[] {
  const events = new TextDecoder().decode(bytes).split(/\n\n/)
  return events.flatMap((event) => {
    const data = event
      .split('\n')
      .filter((line) => line.startsWith('data'))
      .map((line) => line.replace(/^data:? ?/, ''))
    return data.length === 0 ? [] : [{ data: data.join('\n') }]
  })
}

/** How a value that is read piece by piece differs from what was sent; `undefined` where it does not. */
export async function differenceInPieces(value: unknown, sent: SentAnswer): Promise<string | undefined> {
  if (value instanceof Blob) {
    const read = new Uint8Array(await value.arrayBuffer())
    return Buffer.compare(read, sent.bytes) === 0 ? undefined : `read ${read.length} other bytes`
  }
  const read: unknown[] = []
  for await (const item of value as AsyncIterable<unknown>) read.push(item)
  const { items = [] } = sent
  const isSame = read.length === items.length && read.every((item, index) => isItem(item, items[index]))
  return isSame ? undefined : `read the items ${JSON.stringify(read)} instead of ${JSON.stringify(items)}`
}

/** The data of an event is JSON or text, as the document says. */
function isItem(read: unknown, sent: unknown): boolean {
  const [one, other] = [JSON.stringify(read), JSON.stringify(sent)]
  if (one === other) return true
  const data = Object(sent).data
  if (typeof data !== 'string') return false
  try {
    return one === JSON.stringify({ ...Object(sent), data: JSON.parse(data) })
  } catch {
    return false
  }
}
