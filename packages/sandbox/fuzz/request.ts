/** One request as it goes over the wire, which `fetch` would refuse to send or would put in order. */
export interface RawRequest {
  readonly method: string
  /** What stands between the method and the version; each character is one byte. */
  readonly target: string
  /** The names may repeat; each character of a value is one byte. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array | undefined
  readonly chunked: boolean
  /** What happens to the bytes on their way. */
  readonly damage: Damage | undefined
}

/** The line is cut after a part of the bytes, or a byte is replaced. */
export type Damage =
  | { readonly kind: 'cut'; readonly part: number }
  | { readonly kind: 'byte'; readonly part: number; readonly byte: number }

/** The bytes of a request (RFC 9112). */
export function encode(request: RawRequest): Uint8Array {
  const { method, target, headers, body, chunked } = request
  const framing: [string, string][] = chunked
    ? [['Transfer-Encoding', 'chunked']]
    : body === undefined
      ? []
      : [['Content-Length', String(body.length)]]
  const lines = [...headers, ...framing].map(([name, value]) => `${name}: ${value}\r\n`)
  const head = Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1')
  return damaged(Buffer.concat([head, framed(body, chunked)]), request.damage)
}

function framed(body: Uint8Array = new Uint8Array(), chunked: boolean): Uint8Array {
  if (!chunked) return body
  const size = body.length === 0 ? '' : `${body.length.toString(16)}\r\n`
  return Buffer.concat([Buffer.from(size), body, Buffer.from(`${size && '\r\n'}0\r\n\r\n`)])
}

function damaged(bytes: Buffer, damage: Damage | undefined): Uint8Array {
  if (damage === undefined) return bytes
  const place = Math.floor(damage.part * bytes.length)
  if (damage.kind === 'cut') return bytes.subarray(0, place)
  bytes[place] = damage.byte
  return bytes
}
