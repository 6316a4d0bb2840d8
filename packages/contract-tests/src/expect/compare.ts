import type { JsonObject } from '../document/operation.ts'
import type { Exchange } from '../http/exchange.ts'
import { expectErrorText } from './error-text.ts'
import { expectStatus, fail } from './expect-response.ts'

/** An response that lists things, read. */
export interface Listing extends Exchange {
  readonly items: readonly JsonObject[]
}

/** The call was refused with this status, in the form that all errors have. */
export function expectRefused(exchange: Exchange, status: string): void {
  expectStatus(exchange, status)
  expectErrorText(exchange)
}

/** Both are the same JSON; the order of members does not count. */
export function expectSame(exchange: Exchange, what: string, expected: unknown, came: unknown): void {
  if (canonical(expected) === canonical(came)) return
  fail(exchange, `${what} ${canonical(expected)}`, canonical(came))
}

/** The list has one item with these values: the first one says which, the others what it has to hold. */
export function expectItem(listing: Listing, values: JsonObject): JsonObject {
  const [[key, value] = ['', undefined]] = Object.entries(values)
  const found = listing.items.filter((item) => item[key] === value)
  const [item] = found
  if (!item || found.length > 1)
    return fail(
      listing,
      `one item with ${key} ${JSON.stringify(value)}`,
      `${found.length} of ${listing.items.length}`,
    )
  expectValues(listing, item, values)
  return item
}

/** The list has no item with this value. */
export function expectNoItem(listing: Listing, key: string, value: unknown): void {
  if (!listing.items.some((item) => item[key] === value)) return
  fail(listing, `no item with ${key} ${JSON.stringify(value)}`, 'one')
}

/** The object has these values; it may have further ones. */
export function expectValues(exchange: Exchange, object: JsonObject, values: JsonObject): void {
  for (const [name, value] of Object.entries(values)) expectSame(exchange, name, value, object[name])
}

/** The list of an response. */
export function readList(exchange: Exchange): Listing {
  const value = readJson(exchange)
  if (!Array.isArray(value)) return fail(exchange, 'a list', 'something else')
  return { ...exchange, items: value.map((item) => (isObject(item) ? item : { value: item })) }
}

/** The object of an response. */
export function readObject(exchange: Exchange): JsonObject {
  const value = readJson(exchange)
  return isObject(value) ? value : fail(exchange, 'an object', 'something else')
}

function readJson(exchange: Exchange): unknown {
  try {
    return JSON.parse(exchange.response.text)
  } catch {
    return fail(exchange, 'a body of JSON', 'a body that does not parse')
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      isObject(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
    ) ?? 'absent'
  )
}
