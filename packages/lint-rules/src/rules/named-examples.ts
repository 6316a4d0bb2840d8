import { stringify } from 'yaml'
import { explain, quote } from '../message.ts'
import { memberOf, recordOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'
import { sampleOf } from '../schemas.ts'

/** An example as it would stand under the name that is given. */
const exampleNamed = (name: string, value: unknown): string =>
  stringify({ examples: { [name]: { summary: 'What it shows', value } } }).trim()

/** Each (status, media type) and each request body has an example that has a name, a summary and a value. */
export const namedExamples: Rule = () => ({
  MediaType(mediaType, { key, location, report, resolve }) {
    const sample = sampleOf(memberOf(mediaType, 'schema'), resolve)
    const examples = Object.entries(recordOf(memberOf(mediaType, 'examples')))
    if (examples.length === 0) {
      const found = memberOf(mediaType, 'example') === undefined ? 'nothing' : '`example`, which has no name'
      const expected = 'one named example or more under `examples`'
      report({
        message: explain({
          wrong: `This body (${key}) has no named example`,
          expected,
          right: exampleNamed('SomeName', memberOf(mediaType, 'example') ?? sample),
          found,
        }),
        location,
      })
    }
    for (const [name, reference] of examples) {
      const { node } = resolve(reference)
      // A dead reference is reported by Redocly itself.
      if (node === undefined) continue
      if (typeof memberOf(node, 'summary') === 'string' && memberOf(node, 'value') !== undefined) continue
      const wrong = `The example ${name} does not say what it shows`
      const found = quote(Object.keys(recordOf(node)))
      const expected = 'a summary and a value'
      report({
        message: explain({
          wrong,
          expected,
          right: exampleNamed(name, memberOf(node, 'value') ?? sample),
          found,
        }),
        location: location.child(['examples', name]),
      })
    }
  },
})
