import { badRequest, Refusal } from '../domain/refusal.ts'

/** 1 MiB. */
export const largestBody = 1_048_576

/**
 * Reads a body of JSON: first its size (413), then its media type (415), then its syntax (400).
 *
 * @throws {@link Refusal}
 */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request)
  refuseOtherMediaType(request.headers.get('Content-Type'))
  if (bytes.length === 0) throw badRequest('the body is empty. Expected JSON, such as {}')
  return parseJson(bytes)
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const length = request.headers.get('Content-Length')
  if (Number(length) > largestBody) throw tooLarge()
  return length === null ? readChunks(request) : readWhole(request)
}

/** What is no longer than it says needs no watching. */
async function readWhole(request: Request): Promise<Uint8Array> {
  const bytes = new Uint8Array(await request.arrayBuffer().catch(refuseBroken))
  if (bytes.length > largestBody) throw tooLarge()
  return bytes
}

async function readChunks(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop cancels the stream: what is too large is not read to its end.
  for await (const chunk of chunksOf(request)) {
    size += chunk.length
    if (size > largestBody) throw tooLarge()
    chunks.push(chunk)
  }
  return joined(chunks, size)
}

async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader()
  if (!reader) return
  try {
    const readOn = () => reader.read().catch(refuseBroken)
    for (let read = await readOn(); !read.done; read = await readOn()) yield read.value
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** Whoever hangs up in the middle has sent a bad request: no code of the network's error may speak for the database. */
function refuseBroken(): never {
  throw badRequest('the body broke off before its end')
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

function tooLarge(): Refusal {
  return new Refusal('Payload too large', `a body may have at most ${largestBody} bytes`)
}

function refuseOtherMediaType(contentType: string | null): void {
  const [mediaType = ''] = (contentType ?? '').split(';')
  if (mediaType.trim().toLowerCase() === 'application/json') return
  throw new Refusal('Unsupported media type', `expected application/json, got ${mediaType.trim() || 'none'}`)
}

function parseJson(bytes: Uint8Array): unknown {
  const text = decode(bytes)
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own message quotes the body, which may hold a secret.
    throw badRequest('the body is not valid JSON. Expected a text such as {"label": "ci"}')
  }
}

function decode(bytes: Uint8Array): string {
  try {
    // JSON is UTF-8 without a byte order mark (RFC 8259, section 8.1).
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw badRequest('the body is not valid UTF-8')
  }
}
