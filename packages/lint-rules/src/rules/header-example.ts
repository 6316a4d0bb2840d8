import { stringify } from 'yaml'
import { explain, quote } from '../message.ts'
import { memberOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'
import { sampleOf } from '../schemas.ts'

/** What a header's schema can ask of its value. A header is one value, so these are all that is needed. */
const keywords: Record<string, (value: unknown, argument: unknown) => boolean> = {
  type: (value, argument) => (argument === 'integer' ? Number.isInteger(value) : typeof value === argument),
  const: (value, argument) => value === argument,
  enum: (value, argument) => Array.isArray(argument) && argument.includes(value),
  pattern: (value, argument) => new RegExp(String(argument), 'u').test(String(value)),
  minimum: (value, argument) => Number(value) >= Number(argument),
  maximum: (value, argument) => Number(value) <= Number(argument),
}

/** The example of a header satisfies the header's schema, which Redocly checks for bodies and parameters only. */
export const headerExample: Rule = () => ({
  Header(header, { location, report, resolve }) {
    const value = memberOf(header, 'example')
    // A header without a value is reported by shown-values.
    if (value === undefined) return
    const schema = resolve(memberOf(header, 'schema')).node
    for (const [keyword, holds] of Object.entries(keywords)) {
      const argument = memberOf(schema, keyword)
      if (argument === undefined || holds(value, argument)) continue
      report({
        message: explain({
          wrong: 'The example of this header breaks its schema',
          expected: `a value with ${keyword} ${JSON.stringify(argument)}`,
          right: stringify({ example: sampleOf(memberOf(header, 'schema'), resolve) }).trim(),
          found: quote(value),
        }),
        location: location.child('example'),
      })
    }
  },
})
