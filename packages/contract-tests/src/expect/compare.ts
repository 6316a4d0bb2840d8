import type { JsonObject } from '../document/operation.ts'
import { differences } from './differences.ts'
import { expectErrorText } from './error-text.ts'
import { expectStatus } from './expect-status.ts'
import { differ, type ObservedExchange, stop } from './observation.ts'

/** A response that lists things, read. */
export interface Listing extends ObservedExchange {
  readonly items: readonly JsonObject[]
}

/** A response that shows one thing, read. */
export interface View extends ObservedExchange {
  readonly object: JsonObject
}

/** The call was refused with this status, in the form that all errors have. */
export function expectRefused(exchange: ObservedExchange, ...statuses: readonly string[]): void {
  expectStatus(exchange, ...statuses)
  expectErrorText(exchange, ...statuses)
}

/** Whether a text was refused as one that a server does not take: then it is not asked what became of it. */
export function refuses({ response }: ObservedExchange): boolean {
  return response.status === 400 || response.status === 422
}

/** Both are the same JSON; the order of members does not count. `what` names it without saying which: `the members`. */
export function expectSame(
  exchange: ObservedExchange,
  what: string,
  expected: unknown,
  actual: unknown,
): void {
  for (const found of differences(expected, actual))
    differ(exchange, {
      observation: `${what}${found.place === '' ? '' : ` ${found.place}`}`,
      expected: found.expected,
      actual: found.actual,
    })
}

/** The list has one item with these values: the first one says which, the others what it has to hold. */
export function expectItem(listing: Listing, values: JsonObject): JsonObject {
  const [[key, value] = ['', undefined]] = Object.entries(values)
  const found = listing.items.filter((item) => item[key] === value)
  const [item] = found
  if (!item || found.length > 1)
    return stop(listing, {
      observation: `items of ${listing.operation} with the ${key} looked for`,
      expected: 'one',
      actual: item ? 'several' : 'none',
    })
  expectValues(listing, item, values)
  return item
}

/** The list has no item with this value. */
export function expectNoItem(listing: Listing, key: string, value: unknown): void {
  if (!listing.items.some((item) => item[key] === value)) return
  differ(listing, {
    observation: `items of ${listing.operation} with the ${key} looked for`,
    expected: 'none',
    actual: 'one',
  })
}

/** The object has these values; it may have further ones. */
export function expectValues(exchange: ObservedExchange, object: JsonObject, values: JsonObject): void {
  for (const [name, value] of Object.entries(values)) expectSame(exchange, name, value, object[name])
}

/** The list of a response. */
export function readList(exchange: ObservedExchange): Listing {
  const value = readJson(exchange)
  if (!Array.isArray(value)) return stop(exchange, notJson('a list', value))
  return { ...exchange, items: value.map((item) => (isObject(item) ? item : { value: item })) }
}

/** The object of a response, with the response that shows it. */
export function readView(exchange: ObservedExchange): View {
  return { ...exchange, object: readObject(exchange) }
}

/** The object of a response. */
export function readObject(exchange: ObservedExchange): JsonObject {
  const value = readJson(exchange)
  return isObject(value) ? value : stop(exchange, notJson('an object', value))
}

function readJson(exchange: ObservedExchange): unknown {
  try {
    return JSON.parse(exchange.response.text)
  } catch {
    return stop(exchange, {
      rule: 'valid-call',
      observation: 'body',
      expected: 'JSON',
      actual: exchange.response.text === '' ? 'no body' : 'a body that does not parse',
    })
  }
}

function notJson(expected: string, value: unknown) {
  const kind = Array.isArray(value) ? 'array' : typeof value
  const actual = value === null ? 'null' : `${/^[ao]/.test(kind) ? 'an' : 'a'} ${kind}`
  const wanted = expected === 'a list' ? 'an array' : expected
  return { rule: 'valid-call', observation: 'body', expected: wanted, actual } as const
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
