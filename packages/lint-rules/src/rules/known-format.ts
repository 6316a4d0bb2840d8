import { knownFormats } from '../formats.ts'
import { explain } from '../message.ts'
import { nearest } from '../nearest.ts'
import { memberOf, textsOf } from '../reading.ts'
import type { Context, Rule } from '../redocly.ts'

/**
 * A `format` is one that JSON Schema or the format registry of OpenAPI names: no tool checks any other, and none says so.
 * The option `own` lists formats of one's own.
 */
export const knownFormat: Rule = (options) => {
  const known = [...knownFormats, ...textsOf(options['own'])]
  const check = (schema: unknown, { location, report }: Pick<Context, 'location' | 'report'>) => {
    const format = memberOf(schema, 'format')
    if (typeof format !== 'string' || known.includes(format)) return
    const meant = nearest(format, known)
    report({
      message: explain({
        wrong: `The format ${format} is unknown, so nothing checks it`,
        meant,
        expected: 'a format of JSON Schema 2020-12 or of the registry of OpenAPI, or one of the option `own`',
        right: `format: ${meant ?? 'date-time'}`,
        found: format,
      }),
      location: location.child('format'),
    })
  }
  return {
    Schema: check,
    // What stands beside a reference belongs to the place, not to the schema that is visited.
    ref(node, context) {
      if (context.type.name === 'Schema') check(node, context)
    },
  }
}
