import { explain, quote } from '../message.ts'
import { isRecord, memberOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'

/** Every object schema says which members are required, with an empty list where none is. */
export const requiredStated: Rule = () => ({
  Schema(schema, { location, report }) {
    if (memberOf(schema, 'type') !== 'object' && !isRecord(memberOf(schema, 'properties'))) return
    const required = memberOf(schema, 'required')
    if (Array.isArray(required)) return
    report({
      message: explain({
        wrong: 'This object does not say which members are required',
        expected: 'a list of their names, empty where none is',
        right: 'required: []',
        found: quote(required),
      }),
      location,
    })
  },
})
