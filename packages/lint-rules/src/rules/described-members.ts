import { explain, quote } from '../message.ts'
import { memberOf, recordOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'

/** An object shows its examples member by member, so it needs none of its own. */
const lacks = (schema: unknown): string[] => {
  const needed = memberOf(schema, 'type') === 'object' ? ['description'] : ['description', 'examples']
  return needed.filter((key) => memberOf(schema, key) === undefined)
}

/** Each member of a schema, or the schema that it refers to, has a description and an example. */
export const describedMembers: Rule = () => ({
  Schema(schema, { location, report, resolve }) {
    for (const [name, reference] of Object.entries(recordOf(memberOf(schema, 'properties')))) {
      const { node } = resolve(reference)
      // A dead reference is reported by Redocly itself.
      const missing = node === undefined ? [] : lacks(node)
      if (missing.length === 0) continue
      report({
        message: explain({
          wrong: `The member ${name} lacks ${missing.join(' and ')}`,
          expected: 'a description of what it means, and examples of its values',
          right: `${name}: { type: string, description: What it means., examples: [ada] }`,
          found: quote(Object.keys(recordOf(node))),
        }),
        location: location.child(['properties', name]),
      })
    }
  },
})
