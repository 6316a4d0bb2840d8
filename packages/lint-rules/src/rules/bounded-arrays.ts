import { explain } from '../message.ts'
import { memberOf, textsOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'
import { typesOf } from '../schemas.ts'
import { sentSchemas } from '../sent.ts'

const bounds = ['maxItems', 'enum', 'const']

const isUnboundedList = (schema: unknown): boolean =>
  typesOf(schema).includes('array') &&
  bounds.every((bound) => memberOf(schema, bound) === undefined) &&
  // A tuple ends with its last item.
  !(Array.isArray(memberOf(schema, 'prefixItems')) && memberOf(schema, 'items') === false)

/**
 * Each list that a caller sends, in a body or a parameter, has a limit. The option `unbounded` lists those that may have
 * any number of items, as `Schema.member`.
 */
export const boundedArrays: Rule = (options) => {
  const allowed = textsOf(options['unbounded'])
  return sentSchemas(['RequestBody', 'Parameter'], ({ name, node, location }, { report }) => {
    if (!isUnboundedList(node) || allowed.includes(name)) return
    const expected = `one of ${bounds.join(', ')}, or its name in the option \`unbounded\``
    const wrong = `${name} takes any number of items`
    report({
      message: explain({ wrong, expected, right: 'maxItems: 100', found: '`type: array` without a limit' }),
      location,
    })
  })
}
