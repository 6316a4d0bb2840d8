import { memberOf, recordOf } from './reading.ts'
import type { Context, Location, Visitors } from './redocly.ts'
import { type ReachedSchema, reachedFrom } from './schemas.ts'

/** What holds values that a caller sends, by Redocly's name of the node type. */
type Sent = 'RequestBody' | 'Parameter'

/** The schemas that a body or a parameter has by itself, with their names. */
const schemasIn = (
  node: unknown,
  location: Location,
): { schema: unknown; name: string; location: Location }[] => {
  const named = memberOf(node, 'name')
  const name = typeof named === 'string' ? `The parameter ${named}` : 'The body'
  const schema = memberOf(node, 'schema')
  const content = Object.entries(recordOf(memberOf(node, 'content'))).map(([mediaType, media]) => ({
    schema: memberOf(media, 'schema'),
    name,
    location: location.child(['content', mediaType, 'schema']),
  }))
  return schema === undefined ? content : [{ schema, name, location: location.child('schema') }, ...content]
}

/** Visits each schema of what callers send, once in the whole document. */
export const sentSchemas = (
  types: Sent[],
  visit: (schema: ReachedSchema, context: Context) => void,
): Visitors => {
  const seen = new Set<string>()
  const visitAll = (node: unknown, context: Context) => {
    for (const { schema, ...place } of schemasIn(node, context.location))
      for (const reached of reachedFrom(schema, place, context.resolve, seen)) visit(reached, context)
  }
  return Object.fromEntries(types.map((type) => [type, visitAll]))
}
