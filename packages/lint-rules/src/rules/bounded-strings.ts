import { explain } from '../message.ts'
import { memberOf, textsOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'
import { typesOf } from '../schemas.ts'
import { sentSchemas } from '../sent.ts'

const bounds = ['maxLength', 'format', 'pattern', 'enum', 'const']

const isUnboundedText = (schema: unknown): boolean =>
  typesOf(schema).includes('string') && bounds.every((bound) => memberOf(schema, bound) === undefined)

/**
 * Each text in a request body has a limit. The option `unbounded` lists the members that take any text, as
 * `Schema.member`.
 */
export const boundedStrings: Rule = (options) => {
  const allowed = textsOf(options['unbounded'])
  return sentSchemas(['RequestBody'], ({ name, node, location }, { report }) => {
    if (!isUnboundedText(node) || allowed.includes(name)) return
    const found = typesOf(node).join(', ')
    const expected = `one of ${bounds.join(', ')}, or its name in the option \`unbounded\``
    const wrong = `${name} takes a text of any length`
    report({
      message: explain({ wrong, expected, right: 'maxLength: 50', found: `\`type: ${found}\` alone` }),
      location,
    })
  })
}
