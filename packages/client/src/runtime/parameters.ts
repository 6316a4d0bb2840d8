import type { Attempt } from '../errors/index.ts'
import type { ParameterLocation, PlacedValues } from './facts.ts'
import { serializePath } from './path.ts'
import type { Members } from './request.ts'
import type { Run } from './run.ts'
import { textOf } from './text-of.ts'

/**
 * Puts the parameters where they go. An operation with others than path values brings it along. What is no parameter goes nowhere: a
 * path has only the names of its template.
 */
export function placed({ facts, event }: Run, input: Members): PlacedValues {
  const values: ByLocation = { path: { ...input } }
  for (const [argument, location, name = argument] of facts.parameters) {
    if (argument in input) values[location] = { ...values[location], [name]: input[argument] }
  }
  return {
    path: serializePath(facts.path, values.path, event),
    header: values.header,
    search: values.query && queryOf(values.query, event),
  }
}

/** A path has values in any case. */
interface ByLocation extends Partial<Record<ParameterLocation, Members>> {
  path: Members
}

/** Single values alone; an operation with lists or objects brings `styled` instead. */
function queryOf(values: Members, attempt: Attempt): string {
  return Object.entries(values)
    .map(([name, value]) => [name, textOf(name, value, attempt)].map(encodeURIComponent).join('='))
    .join('&')
}
