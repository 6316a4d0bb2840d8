/** In bytes: 1 MiB. No route needs more, and no request may make the sandbox hold more. */
export const largestBody = 1_048_576

/** A body has more than `largestBody` bytes. What follows them was not read. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'

  constructor() {
    super(`the body has more than ${largestBody} bytes`)
  }
}

type Body = Pick<Request | Response, 'body' | 'headers' | 'arrayBuffer'>

const framed = new WeakSet<Body>()

/**
 * Says that an HTTP server has received this request. Its parser takes no more bytes than `Content-Length` says, so the body needs no
 * counting, which costs a third of a short request. A request that a program makes may lie about its length.
 */
export function markFramed(request: Request): void {
  framed.add(request)
}

/**
 * Reads a body to its end: the only way in which the sandbox reads one, whoever has sent it.
 *
 * @throws {@link BodyTooLarge}, or the error of a stream that breaks off.
 */
export async function readLimited(message: Body): Promise<Uint8Array> {
  const length = message.headers.get('Content-Length')
  if (Number(length) > largestBody) throw new BodyTooLarge()
  if (length !== null && framed.has(message)) return new Uint8Array(await message.arrayBuffer())
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop cancels the stream: what is too large is not read to its end.
  for await (const chunk of chunksOf(message)) {
    size += chunk.length
    if (size > largestBody) throw new BodyTooLarge()
    chunks.push(chunk)
  }
  return joined(chunks, size)
}

async function* chunksOf({ body }: Body): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  if (!reader) return
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}
