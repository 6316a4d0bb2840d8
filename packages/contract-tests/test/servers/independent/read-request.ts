import type { IncomingMessage } from 'node:http'
import { refusal } from './reply.ts'

const mebibyte = 1_048_576

/** The body of a request: all bytes up to 1 MiB, and how many there were. */
export interface Sent {
  readonly bytes: Uint8Array
  readonly size: number
}

/** Reads a body to its end, so that a client that is refused has been heard, but keeps no more than it may. */
export async function readBody(request: IncomingMessage): Promise<Sent> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size <= mebibyte) chunks.push(chunk)
  }
  return { bytes: Buffer.concat(chunks), size }
}

/** The value of a body of JSON: size (413), media type (415) and syntax (400), in this order. */
export function parseBody({ bytes, size }: Sent, contentType: string | undefined): unknown {
  if (size > mebibyte) throw refusal(413, `a body may have at most ${mebibyte} bytes`)
  const [mediaType = ''] = (contentType ?? '').split(';')
  if (mediaType.trim().toLowerCase() !== 'application/json') throw refusal(415, 'expected application/json')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    throw refusal(400, 'the body is not valid JSON')
  }
}

/** The cookies of a request; the first of a name counts. */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const pairs = (header ?? '').split(';').filter((pair) => pair.includes('='))
  const read = pairs.map((pair): [string, string] => {
    const place = pair.indexOf('=')
    return [pair.slice(0, place).trim(), pair.slice(place + 1).trim()]
  })
  return new Map(read.reverse())
}

/** Decodes percent-encoding. Undefined where it is malformed. */
export function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}

/** The parameters of a query by name, each with all its values. */
export function readQuery(search: string): ReadonlyMap<string, readonly string[]> {
  const query = new Map<string, readonly string[]>()
  for (const pair of search.split('&').filter(Boolean)) {
    const [name, ...rest] = pair.split('=').map((part) => decode(part.replaceAll('+', ' ')))
    if (name === undefined || rest.includes(undefined))
      throw refusal(400, 'the query is not valid percent-encoding')
    query.set(name, [...(query.get(name) ?? []), rest.join('=')])
  }
  return query
}
