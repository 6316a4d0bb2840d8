import { badRequest, ClientAborted, Refusal } from '../domain/refusal.ts'
import { BodyTooLarge, largestBody, readLimited } from '../read-limited.ts'

/**
 * Reads a body of JSON: first its size (413), then its media type and encoding (415), then its syntax (400).
 *
 * @throws {@link Refusal}
 */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request, 'application/json')
  if (text === '') throw badRequest('the body is empty. Expected JSON, such as {}')
  return parseJson(text)
}

/**
 * Reads the fields of a form (`application/x-www-form-urlencoded`), in the same order.
 *
 * @throws {@link Refusal}
 */
export async function readForm(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams(await readText(request, 'application/x-www-form-urlencoded'))
}

async function readText(request: Request, mediaType: string): Promise<string> {
  const bytes = await readLimited(request).catch(refuseUnread)
  refuseOtherMediaType(request.headers.get('Content-Type'), mediaType)
  refuseEncoded(request.headers)
  return decode(bytes)
}

function refuseUnread(error: unknown): never {
  if (error instanceof BodyTooLarge) {
    throw new Refusal('Payload too large', `a body may have at most ${largestBody} bytes`)
  }
  throw new ClientAborted(error)
}

/** A media type and, where it names one, its charset: both are UTF-8 alone (RFC 8259, section 8.1). */
function refuseOtherMediaType(contentType: string | null, expected: string): void {
  const [mediaType = '', ...parameters] = (contentType ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase())
  if (mediaType !== expected) throw unsupported(expected, mediaType || 'none')
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))
  const name = charset?.slice('charset='.length).replaceAll('"', '')
  if (name === undefined || name === 'utf-8' || name === 'utf8' || name === 'us-ascii') return
  throw unsupported('the charset utf-8', name || 'an empty one')
}

/** In characters. */
const mostToRepeat = 50

function unsupported(expected: string, received: string, headers: Record<string, string> = {}): Refusal {
  const text = received.length > mostToRepeat ? `${received.slice(0, mostToRepeat)}…` : received
  return new Refusal('Unsupported media type', `expected ${expected}, got ${text}`, { headers })
}

/** What each header may say. The parser has taken `chunked` off the body already (RFC 9112, section 6.1). */
const plainCodings: Readonly<Record<string, readonly string[]>> = {
  'Content-Encoding': ['', 'identity'],
  'Transfer-Encoding': ['', 'chunked'],
}

function refuseEncoded(headers: Headers): void {
  for (const [name, plain] of Object.entries(plainCodings)) {
    const codings = (headers.get(name) ?? '').split(',').map((coding) => coding.trim().toLowerCase())
    const coding = codings.find((each) => !plain.includes(each))
    // Tells a client that compresses by itself to do without (RFC 9110, section 12.5.3).
    const acceptable = { 'Accept-Encoding': 'identity' }
    if (coding !== undefined) throw unsupported(`an uncompressed body without ${name}`, coding, acceptable)
  }
}

function parseJson(text: string): unknown {
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
    throw badRequest('the body is not valid UTF-8. Expected JSON in UTF-8')
  }
}
