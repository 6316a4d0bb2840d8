import type { Schema } from '../document/operation.ts'
import { requiredOf } from '../document/values-of.ts'
import { expectSame } from './compare.ts'
import type { ObservedExchange } from './observation.ts'

/** What counts how much is used, or says when something was: it changes by itself. */
const counters = /^(?:usage|updated_at|last_\w+_at|\w+_(?:count|total))$/

/** Two readings of one thing, or of one list of things. */
export interface Readings {
  /** What its properties are described by. */
  readonly schema: Schema
  readonly before: unknown
  readonly after: unknown
}

/**
 * Two readings say the same. Counters may grow between them, and a property that the schema does not require may come or go:
 * only what both have is compared.
 */
export function expectUnchanged(exchange: ObservedExchange, what: string, readings: Readings): void {
  const required = new Set(requiredOf(readings.schema))
  const { before, after } = readings
  expectSame(exchange, what, lasting(before, after, required), lasting(after, before, required))
}

/** What is left of a reading beside another one. Items of lists are told apart by their place. */
function lasting(reading: unknown, other: unknown, required: ReadonlySet<string>): unknown {
  if (Array.isArray(reading) && Array.isArray(other))
    return reading.map((item, place) => lasting(item, other[place] ?? item, required))
  if (!isObject(reading) || !isObject(other)) return reading
  const kept = Object.entries(reading).filter(
    ([name]) => !counters.test(name) && (required.has(name) || Object.hasOwn(other, name)),
  )
  return Object.fromEntries(kept)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
