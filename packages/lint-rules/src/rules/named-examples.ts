import { explain, quote } from '../message.ts'
import { memberOf, recordOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'

const right = 'examples: { OrdinaryUser: { summary: Ada logs in, value: … } }'

/** Each (status, media type) and each request body has an example that has a name, a summary and a value. */
export const namedExamples: Rule = () => ({
  MediaType(mediaType, { key, location, report, resolve }) {
    const examples = Object.entries(recordOf(memberOf(mediaType, 'examples')))
    if (examples.length === 0) {
      const found = memberOf(mediaType, 'example') === undefined ? 'nothing' : '`example`, which has no name'
      const expected = 'one named example or more under `examples`'
      report({
        message: explain({ wrong: `This body (${key}) has no named example`, expected, right, found }),
        location,
      })
    }
    for (const [name, reference] of examples) {
      const { node } = resolve(reference)
      if (typeof memberOf(node, 'summary') === 'string' && memberOf(node, 'value') !== undefined) continue
      const wrong = `The example ${name} does not say what it shows`
      const found = quote(Object.keys(recordOf(node)))
      const expected = 'a summary and a value'
      report({
        message: explain({ wrong, expected, right, found }),
        location: location.child(['examples', name]),
      })
    }
  },
})
