import type { Answer } from './answer.ts'
import { isPlain, refusal } from './refusal.ts'

/** Headers by their names, as pairs, or as the platform has them. One that is undefined is taken away. */
export type AskedHeaders = Readonly<Record<string, string | undefined>> | Iterable<readonly [string, string]>

/**
 * The headers of an answer, and what is asked for besides or in their place.
 *
 * @throws TypeError when what is asked for is not a header.
 */
export function headersOf(
  of: string,
  { mediaType, headers }: Answer,
  asked: unknown = {},
): [string, string][] {
  const all = new Headers({ ...(mediaType && { 'Content-Type': mediaType }), ...headers })
  try {
    const pairs = pairsOf(asked)
    for (const [name] of pairs) all.delete(name)
    for (const [name, value] of pairs) if (value !== undefined) all.append(name, value)
  } catch {
    throw refusal(`headers of ${of}`, asked, "names with texts, such as { headers: { 'Retry-After': '1' } }")
  }
  return [...all]
}

/** What is no name with a text stops here, before the platform makes text of it. */
function pairsOf(asked: unknown): [name: string, value: string | undefined][] {
  const pairs: unknown[] = isPlain(asked)
    ? Object.entries(asked)
    : Array.from(Object(asked)[Symbol.iterator]())
  return pairs.map((pair) => {
    const [name, value]: unknown[] = Array.isArray(pair) && pair.length === 2 ? pair : []
    const isText = typeof value === 'string' || typeof value === 'number'
    if (typeof name !== 'string' || !(isText || value === undefined)) throw new TypeError('not a header')
    return [name, value === undefined ? value : String(value)]
  })
}
