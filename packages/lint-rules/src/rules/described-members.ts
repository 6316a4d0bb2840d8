import { stringify } from 'yaml'
import { explain, quote } from '../message.ts'
import { isRecord, memberOf, recordOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'
import { sampleOf, schemaBehind, typesOf } from '../schemas.ts'

/** An object shows its examples member by member, so it needs none of its own. */
const lacks = (schema: unknown): string[] => {
  const needed = typesOf(schema).includes('object') ? ['description'] : ['description', 'examples']
  return needed.filter((key) => memberOf(schema, key) === undefined)
}

const isReferenceAlone = (node: unknown): boolean =>
  isRecord(node) && '$ref' in node && Object.keys(node).length === 1

/** Each member of a schema, or the schema that it refers to, has a description and an example. */
export const describedMembers: Rule = () => {
  const reported = new Set<string>()
  return {
    Schema(schema, { location, report, resolve }) {
      for (const [name, reference] of Object.entries(recordOf(memberOf(schema, 'properties')))) {
        const { node } = schemaBehind(reference, resolve)
        // A dead reference is reported by Redocly itself.
        const missing = node === undefined ? [] : lacks(node)
        if (missing.length === 0) continue
        const member = location.child(['properties', name])
        // What a reference alone leads to lacks it for every member that refers to it.
        const place = isReferenceAlone(reference) ? (resolve(reference).location ?? member) : member
        const id = `${place.source.absoluteRef}${place.pointer}`
        if (reported.has(id)) continue
        reported.add(id)
        const right = { description: `What ${name} means.`, examples: [sampleOf(reference, resolve)] }
        report({
          message: explain({
            wrong: `The member ${name} lacks ${missing.join(' and ')}`,
            expected: 'a description of what it means, and examples of its values',
            right: missing.map((key) => stringify({ [key]: memberOf(right, key) }).trim()).join('\n'),
            found: quote(Object.keys(recordOf(node))),
          }),
          location: place === member ? member.key() : place,
        })
      }
    },
  }
}
