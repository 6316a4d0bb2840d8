import path from 'node:path'
import { closestMatch } from 'leven'
import { camelCase } from '../casing.ts'
import { explain } from '../message.ts'
import { memberOf } from '../reading.ts'
import type { Context, Location, Rule } from '../redocly.ts'

/** An operation, with the name that its summary or its file suggests. */
interface Named {
  suggestion: string
  location: Location
}

const suggestionFor = (operation: unknown, { key, location }: Context): string => {
  const summary = memberOf(operation, 'summary')
  const file = path.basename(location.source.absoluteRef, '.yaml')
  return camelCase(typeof summary === 'string' ? summary : `${key} ${file}`)
}

const messageFor = (id: string, wrong: Named, other: Named): string => {
  const folder = path.dirname(wrong.location.source.absoluteRef)
  const file = path.relative(folder, other.location.source.absoluteRef).split(path.sep).join('/')
  return explain({
    wrong: `Two operations are called ${id}: this one, and \`${other.location.pointer.slice(2)}\` of ${file}`,
    expected: 'a name of its own for each',
    right: `operationId: ${wrong.suggestion === id ? `${id}Again` : wrong.suggestion}`,
    found: `${id}, twice`,
  })
}

/**
 * An `operationId` is the name of one operation. Of two, the one whose summary says less of it is reported, and the
 * message names the other.
 */
export const uniqueOperationId: Rule = () => {
  const seen = new Map<string, Named>()
  return {
    Operation(operation, context) {
      const id = memberOf(operation, 'operationId')
      if (typeof id !== 'string') return
      const second = { suggestion: suggestionFor(operation, context), location: context.location }
      const first = seen.get(id)
      if (!first) {
        seen.set(id, second)
        return
      }
      const secondIsNearer = closestMatch(id, [first.suggestion, second.suggestion]) === second.suggestion
      const [wrong, other] = secondIsNearer ? [first, second] : [second, first]
      context.report({ message: messageFor(id, wrong, other), location: wrong.location.child('operationId') })
    },
  }
}
