import { encode, type RawRequest } from './request.ts'

/**
 * A request as a line for a shell: with curl, or as bytes for nc where it is damaged.
 *
 * @param origin - Such as `http://localhost:8000`.
 */
export function asCommand(request: RawRequest, origin: string): string {
  const { method, target, headers, body, chunked, damage } = request
  if (damage !== undefined) {
    const { hostname, port } = new URL(origin)
    return `printf ${quotedBytes(encode(request))} | nc ${hostname} ${port}`
  }
  const options = [...headers, ...(chunked ? [['Transfer-Encoding', 'chunked'] as const] : [])].map(
    // An empty value is written so; with a colon curl would leave the header out.
    ([name, value]) => `-H ${value === '' ? quoted(`${name};`) : quoted(`${name}: ${value}`)}`,
  )
  const data = body === undefined ? '' : ' --data-binary @-'
  const line = `curl -i -X ${method} --request-target ${quoted(target)} ${options.join(' ')}${data} ${origin}`
  return body === undefined ? line : `printf ${quotedBytes(body)} | ${line}`
}

function quoted(text: string): string {
  if (/^[ -~]*$/.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`
  return `"$(printf ${quotedBytes(Buffer.from(text, 'latin1'))})"`
}

/** A format of `printf`: in octal where a byte is not a plain character. */
function quotedBytes(bytes: Uint8Array): string {
  const escaped = [...bytes].map((byte) => {
    const character = String.fromCharCode(byte)
    if (/[ -~]/.test(character) && !/['\\%]/.test(character)) return character
    return character === '%' ? '%%' : `\\${byte.toString(8).padStart(3, '0')}`
  })
  return `'${escaped.join('')}'`
}
