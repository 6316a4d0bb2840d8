import type { PlacedValues, Run } from './facts.ts'
import { serializePath } from './path.ts'
import { textOf } from './text-of.ts'

/**
 * Puts single values into the query, and the input into the path. An operation that has some brings it along; one with lists, objects,
 * headers or cookies brings `styled` instead.
 */
export function placed(run: Run, input: Record<string, unknown>): PlacedValues {
  let query = ''
  for (const [argument, , name = argument] of run.facts.parameters ?? [])
    if (argument in input) {
      const pair = [name, textOf(argument, input[argument], run.event)].map(encodeURIComponent)
      query += (query ? '&' : '?') + pair.join('=')
      delete input[argument]
    }
  return { path: serializePath(run, input).path + query }
}
