import { explain, quote } from '../message.ts'
import { memberOf, recordOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'
import { schemaBehind } from '../schemas.ts'

/** Names of members whose values let somebody in. A prefix or a count of tokens does not. */
const secretName = /^(code|state)$|(^|_)(password|secret|token|hash)$/

/** A member whose name says that it is a secret carries `x-secret: true`, so that nothing logs it. */
export const secretsMarked: Rule = () => ({
  Schema(schema, { location, report, resolve }) {
    for (const [name, reference] of Object.entries(recordOf(memberOf(schema, 'properties')))) {
      const mark = memberOf(schemaBehind(reference, resolve).node, 'x-secret')
      if (!secretName.test(name) || mark === true) continue
      report({
        message: explain({
          wrong: `The member ${name} would be logged`,
          expected: 'the mark of a secret, since its name is that of one',
          right: 'x-secret: true',
          found: quote(mark),
        }),
        location: location.child(['properties', name]),
      })
    }
  },
})
