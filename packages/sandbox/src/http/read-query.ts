import { Refusal } from '../domain/refusal.ts'
import type { QueryParameter } from '../generated/document/operations.ts'
import { malformed } from './read-path.ts'

type Query = Readonly<Record<string, unknown>>

/**
 * Reads the parameters that an operation takes; others are ignored. A value that does not parse stays a text, so that the
 * schema refuses it.
 *
 * @throws {@link Refusal} where the query is malformed (400), or a parameter comes more than once (422).
 */
export function readQuery(parameters: readonly QueryParameter[], search: string): Query {
  if (parameters.length === 0) return {}
  const pairs = search.replace(/^\?/, '').split('&').filter(Boolean).map(decodePair)
  return Object.fromEntries(
    parameters.flatMap((parameter) => {
      const values = pairs.filter(([name]) => name === parameter.name).map(([, value]) => value)
      const value = readValue(parameter, values)
      return value === undefined ? [] : [[parameter.name, value]]
    }),
  )
}

function decodePair(pair: string): readonly [string, string] {
  const separator = pair.indexOf('=')
  const [name, value] = separator < 0 ? [pair, ''] : [pair.slice(0, separator), pair.slice(separator + 1)]
  return [decode(name), decode(value)]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw malformed(text)
  }
}

function readValue({ name, type, default: fallback }: QueryParameter, values: readonly string[]): unknown {
  const [value] = values
  if (value === undefined) return fallback
  if (values.length === 1) return parsers[type]?.(value) ?? value
  throw new Refusal('Unprocessable', `${name} must be given once, and is given ${values.length} times`)
}

/** A value that is none of its type gives undefined. */
const parsers: Readonly<Record<string, (text: string) => unknown>> = {
  integer: (text) => (/^-?(?:0|[1-9]\d*)$/.test(text) ? Number(text) : undefined),
  number: (text) => (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? Number(text) : undefined),
  boolean: (text) => (text === 'true' || text === 'false' ? text === 'true' : undefined),
}
